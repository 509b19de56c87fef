/**
 * What somebody answered, with what it was called then; `shown` is what they chose in their own
 * words, where its value is another.
 */
export type Answer = { key: string; label: string; value: string; shown?: string }

/** To what they agreed: whose text and which, which stays with that form, and in which language. */
export type Agreed = { of: string; version: number; language: string }

/** An answer without its words: how many lines of them there are, and the value that was chosen. */
export type AnsweredField = { key: string; label: string; lines: number; value?: string }

/** How the lines of an entry's text are their answers; the words themselves are in that text alone. */
export type Answered = {
  fields: readonly AnsweredField[]
  consent: Agreed | null
}

const BREAK = '\n'

const lineOf = ({ label, value, shown = value }: Answer): string => `${label}: ${shown}`

/** Answers as the text of an entry, which reads well and is found by its words. */
export const answersText = (answers: readonly Answer[]): string => answers.map(lineOf).join(BREAK)

export const answeredBy = (answers: readonly Answer[], consent: Agreed | null): Answered => ({
  fields: answers.map((answer) => ({
    key: answer.key,
    label: answer.label,
    lines: lineOf(answer).split(BREAK).length,
    ...(answer.shown === undefined ? {} : { value: answer.value }),
  })),
  consent,
})

/** The answers in that text; of one that was erased each is empty. */
export const answersIn = (text: string, { fields }: Pick<Answered, 'fields'>): Answer[] => {
  const lines = text.split(BREAK)
  let at = 0
  return fields.map(({ key, label, lines: count, value }) => {
    const words = lines
      .slice(at, at + count)
      .join(BREAK)
      .slice(`${label}: `.length)
    at += count
    if (value === undefined || words === '') return { key, label, value: words }
    return { key, label, value, shown: words }
  })
}
