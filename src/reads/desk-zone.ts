/** The desk's own zone: days that somebody types begin and end by it, whoever it is, and figures go by it. */
export const deskZone = Intl.DateTimeFormat().resolvedOptions().timeZone
