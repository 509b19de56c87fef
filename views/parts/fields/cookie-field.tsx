/**
 * Says that the page of this form came with a cookie. Who sends the form back without one has a
 * browser that keeps none, and is told so before anything is done that needs it.
 */
export const CookieField = () => <input type="hidden" name="cookie" value="given" />
