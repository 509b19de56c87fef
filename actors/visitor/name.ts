/** Who has no name is told apart by a few characters of their id. */
export const nameless = (id: string): string => `Visitor ${id.slice(-4).toUpperCase()}`
