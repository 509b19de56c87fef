/** Where a page is for its person: before their eyes, in the background, or not there any more. */
export const pageStates = ['open', 'hidden', 'gone'] as const
export type PageState = (typeof pageStates)[number]
