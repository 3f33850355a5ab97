/// The formats in which other agents and frameworks keep a conversation. Each is a [ConversationFormat]: how it is known by its content,
/// what it is called, and how it is put into the one spelling that `core.trajectory` makes steps of, a chat completion's messages.
/// [ConversationFormats] has them all; whoever asks what a value is asks it.
///
/// Traces of tools that watch programs are [SpanFormat]s: their spans, whatever the tool, become one conversation in [SpanConversation].
///
/// May depend on: `core.json`, `core.python`, `model.json`, `model.trajectory`.
@NullMarked
package org.shoptrace.core.trajectory.format;

import org.jspecify.annotations.NullMarked;
