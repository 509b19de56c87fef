/**
 * Seconds between two looks of a page that no script runs on. Each look also shows the desk that
 * somebody still has the page open.
 */
export const refreshS = { lists: 10, tail: 3, decisions: 20 } as const
