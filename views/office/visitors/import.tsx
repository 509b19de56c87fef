import { Button } from '../../parts/button'
import { Field } from '../../parts/fields/field'
import { sentenceFor } from '../../words'
import { visitorOffice } from '../../words/visitor-office'
import type { OfficeContext } from '../context'
import { OfficeFrame } from '../frame'
import { Panel } from '../panel'
import { FormRefused } from '../refused'
import { visitorPaths } from './list'

/** What came of a table: how many, and which rows are wrong, 1 for the first below the head. */
export type ImportOutcome = {
  dry: boolean
  made: number
  changed: number
  same: number
  wrong: readonly { row: number; field: string }[]
  wrongCount: number
}

type Page = OfficeContext & { outcome: ImportOutcome | null }

/** A table of visitors, looked at first and then taken over. */
export const ImportPage = ({ outcome, ...context }: Page) => {
  const { language, refused } = context
  const words = visitorOffice[language]
  const problem =
    refused?.problem.field === 'file' ? sentenceFor(refused.problem, language) : undefined
  return (
    <OfficeFrame
      {...context}
      title={words.importTitle}
      parent={{ path: visitorPaths.list, name: words.title }}
    >
      {outcome && <Outcome outcome={outcome} words={words} />}
      <Panel id="import" title={words.importTitle} hint={words.importLead}>
        <form
          method="post"
          action={visitorPaths.taking}
          enctype="multipart/form-data"
          class="stack"
        >
          <FormRefused refused={refused} form="import" language={language} />
          <Field name="file" label={words.file} {...(problem ? { problem } : {})}>
            <input
              id="field-file"
              type="file"
              name="file"
              accept=".csv,text/csv"
              required
              autofocus={problem !== undefined}
              aria-invalid={problem ? 'true' : undefined}
            />
          </Field>
          <div class="actions">
            <Button name="mode" value="check">
              {words.check}
            </Button>
            <Button tone="primary" name="mode" value="import">
              {words.importDo}
            </Button>
          </div>
        </form>
      </Panel>
    </OfficeFrame>
  )
}

type Words = (typeof visitorOffice)['en']

const Outcome = ({ outcome, words }: { outcome: ImportOutcome; words: Words }) => {
  const { dry, made, changed, same, wrong, wrongCount } = outcome
  if (wrongCount === 0)
    return (
      <p class="office-said" role="status">
        {dry
          ? `${words.checked(made, changed, same)} ${words.again}`
          : words.imported(made, changed, same)}
      </p>
    )
  return (
    <div class="form-problem" role="alert">
      <p>{words.wrongRows(wrongCount)}</p>
      <ul>
        {wrong.map(({ row, field }) => (
          <li>
            {words.row(row)} <bdi>{field}</bdi>
          </li>
        ))}
        {wrongCount > wrong.length && <li>{words.moreRows(wrongCount - wrong.length)}</li>}
      </ul>
    </div>
  )
}
