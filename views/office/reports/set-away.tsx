import { awayReasons } from '../../../actors/agent/away'
import { Button } from '../../parts/button'
import { TextField } from '../../parts/fields/field'
import { SelectField } from '../../parts/fields/select-field'
import { sentenceFor } from '../../words'
import { me as meWords } from '../../words/me'
import { shiftWords } from '../../words/shifts'
import type { OfficeContext } from '../context'
import { FormRefused } from '../refused'
import { type ShownShifts, shiftPaths } from './shift-shown'

type Away = { id: string; shown: ShownShifts; context: OfficeContext }

/** A colleague who went away without a word is set away by whoever leads. */
export const SetAway = ({ id, shown, context }: Away) => {
  const { language, refused } = context
  const words = shiftWords[language]
  const { reasons } = meWords[language].away
  const mine = shown.setting === id ? refused : undefined
  const problemOf = (field: string) =>
    mine?.problem.field === field ? sentenceFor(mine.problem, language) : undefined
  return (
    <details class="shift-away unfolds" open={mine !== undefined}>
      <summary>{words.setAway}</summary>
      <form method="post" action={shiftPaths.away(id)} class="stack">
        {mine && <FormRefused refused={mine} form="away" language={language} />}
        <SelectField
          name="why"
          id={`why-${id}`}
          label={words.reason}
          value={mine?.typed.why ?? ''}
          problem={problemOf('why')}
          options={[
            { value: '', label: words.noReason },
            ...awayReasons.map((value) => ({ value, label: reasons[value] })),
          ]}
        />
        <TextField
          name="words"
          id={`words-${id}`}
          label={words.words}
          value={mine?.typed.words ?? ''}
          problem={problemOf('words')}
        />
        <Button>{words.setAway}</Button>
      </form>
      <p class="panel-hint">{words.setAwayHint}</p>
    </details>
  )
}
