/** What a visitor answered before a chat, with what it was called then. */
export type Answer = { key: string; label: string; value: string }

/** To what they agreed: whose text and which, which stays with that form, and in which language. */
export type Agreed = { of: string; version: number; language: string }

/** How the lines of an entry's text are their answers; the words themselves are in that text alone. */
export type Answered = {
  fields: readonly { key: string; label: string; lines: number }[]
  consent: Agreed | null
}

const BREAK = '\n'

const lineOf = ({ label, value }: Answer): string => `${label}: ${value}`

/** Answers as the text of an entry, which reads well and is found by its words. */
export const answersText = (answers: readonly Answer[]): string => answers.map(lineOf).join(BREAK)

export const answeredBy = (answers: readonly Answer[], consent: Agreed | null): Answered => ({
  fields: answers.map((answer) => ({
    key: answer.key,
    label: answer.label,
    lines: lineOf(answer).split(BREAK).length,
  })),
  consent,
})

/** The answers in that text; of one that was erased each is empty. */
export const answersIn = (text: string, { fields }: Answered): Answer[] => {
  const lines = text.split(BREAK)
  let at = 0
  return fields.map(({ key, label, lines: count }) => {
    const value = lines.slice(at, at + count).join(BREAK)
    at += count
    return { key, label, value: value.slice(`${label}: `.length) }
  })
}
