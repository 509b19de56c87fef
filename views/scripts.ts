/** What a page that is not live runs: it tells the desk whose clock it shows times on. */
export const plainScripts = ['zone.js'] as const

/**
 * Files under /static that a live page loads. The form before a chat is one too: who writes has
 * loaded then what the chat needs.
 */
export const visitorScripts = ['visitor.js'] as const
export const deskScripts = ['desk.js'] as const
/** What the pages load on which a customer signs out, and is out: none of their words stay. */
export const leaveScripts = ['leave.js'] as const
/** What the pages load on which somebody signs out, or is signed out: their words wait for them. */
export const signedOutScripts = ['signed-out.js'] as const
/** What pages of who is signed in load that are not live: it says that somebody is there, and takes care of their words. */
export const beatScripts = ['beat.js'] as const
/** What the page of one's own loads: pictures made small, what this browser tells. */
export const meScripts = ['new-password.js', 'me.js'] as const
/** What pages load whose preview follows what is written. */
export const previewScripts = ['previews.js'] as const
/** What the page of an actor's states loads beside what is live. */
export const momentScripts = ['moment.js'] as const
/** What the preview of a site runs behind what that site runs. */
export const sitePreviewScripts = ['site-preview.js'] as const
/** What pages load that look again after a while. */
export const renewingScripts = ['renew.js'] as const
/** What pages in a frame on somebody's site load beside their own. */
export const frameScripts = ['frame.js'] as const
/** What pages with a password load. */
export const passwordScripts = ['reveal.js'] as const
/** What pages load on which a key of a device lets somebody in. */
export const passkeyScripts = ['passkey.js'] as const
/** What pages load that set a task. */
export const workScripts = ['work.js'] as const
/** What pages load on which somebody chooses a password. */
export const newPasswordScripts = ['new-password.js'] as const
/** What the pages load on which macros are made. */
export const macroScripts = ['macros.js'] as const
