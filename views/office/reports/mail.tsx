import { mailings } from '../../../actors/figures/mailed'
import { Button } from '../../parts/button'
import { SelectField } from '../../parts/fields/select-field'
import { query } from '../../paths/query'
import { sentenceFor } from '../../words'
import { reportWords } from '../../words/reports'
import type { OfficeContext } from '../context'
import { Panel } from '../panel'
import { FormRefused } from '../refused'
import { reportPaths } from './paths'
import type { ShownReport } from './shown'

type Mail = { shown: ShownReport; context: OfficeContext }

/** Whether its reader is mailed it, and how often. */
export const ReportMail = ({ shown: { ask, mailed }, context: { language, refused } }: Mail) => {
  const words = reportWords[language].mail
  const mine = refused?.form === 'mail' ? refused : undefined
  const by = ask.by === 'day' ? undefined : ask.by
  return (
    <Panel id="mail" title={words.title} hint={words.hint(mailed.address)}>
      <form method="post" action={reportPaths.mail(ask.name)} class="report-mail">
        <FormRefused refused={refused} form="mail" language={language} />
        <input
          type="hidden"
          name="asked"
          value={mine?.typed.asked ?? query({ by, ...ask.only }).slice(1)}
        />
        <SelectField
          name="every"
          label={words.every}
          value={mine?.typed.every ?? mailed.every}
          problem={
            mine?.problem.field === 'every' ? sentenceFor(mine.problem, language) : undefined
          }
          options={[
            { value: '', label: words.none },
            ...mailings.map((value) => ({ value, label: words.mailings[value] })),
          ]}
        />
        <Button>{words.save}</Button>
      </form>
    </Panel>
  )
}
