/// Images that a run shows, read so that neither a broken nor a huge one does harm. Nothing is ever fetched.
///
/// Key types: [PictureReader] makes a [ShownPicture] of a `Picture`; [PageImage] is what a page may hold of it.
///
/// Threading: reading takes time, so it belongs into a job.
///
/// May depend on: `model.trajectory`.
@NullMarked
package org.shoptrace.core.picture;

import org.jspecify.annotations.NullMarked;
