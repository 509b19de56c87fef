/** Words that were prepared, to be said again and again. */
export type CannedReply = {
  id: string
  /** What one types after a `/`, as it is shown; no two of one holder read alike. */
  code: string
  title: string
  /** What they are filed under; empty for nothing. */
  folder: string
  /** The words, with places to be filled in (`actors/text/template.ts`). */
  body: string
  /** The same in a language, where it is said otherwise. */
  bodies: CannedBodies
  scope: CannedScope
  /** Whose they are: an account's own, or the desk's (`DESK`). */
  holder: string
  /** Of which departments; of no other scope. */
  departments: readonly string[]
  /** How often they were put into a message. */
  uses: number
  /** Another one with each change. */
  version: string
}

export type CannedBodies = Readonly<Partial<Record<CannedLanguage, string>>>
export const cannedLanguages = ['en', 'zh'] as const
export type CannedLanguage = (typeof cannedLanguages)[number]

/** Whose it is: one person's, some departments', everybody's. */
export const cannedScopes = ['mine', 'department', 'all'] as const
export type CannedScope = (typeof cannedScopes)[number]

/** Holds what is not somebody's own. */
export const DESK = 'desk'

/** Code points, and how many there are of one holder. */
export const cannedLimits = { code: 40, title: 120, folder: 60, count: 2000 } as const

/** The words in a language of a visitor, `zh` or `zh-Hans-CN`; those of no language where there are none. */
export const bodyIn = (
  { body, bodies }: Pick<CannedReply, 'body' | 'bodies'>,
  language: string,
): string => {
  const own = cannedLanguages.find((one) => one === language.toLowerCase().split(/[-_]/)[0])
  return (own && bodies[own]) || body
}

/** Who may put it into a message: whose it is, who belongs to one of its departments, everybody. */
export const isUsableBy = (
  { scope, holder, departments }: CannedReply,
  person: { id: string; departments: readonly string[] },
): boolean => {
  if (scope === 'all') return true
  return scope === 'mine'
    ? holder === person.id
    : departments.some((one) => person.departments.includes(one))
}
