/** What changes without its author saying it otherwise: a card, when it is answered. */
const OTHERWISE: ReadonlySet<string> = new Set(['card', 'notice', 'withdrawn'])

/** Whether its author said it otherwise since. */
export const isRevised = ({ body, edited }: { body: { kind: string }; edited: number | null }) =>
  edited !== null && !OTHERWISE.has(body.kind)
