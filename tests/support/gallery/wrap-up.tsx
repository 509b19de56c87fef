import { usualWrapUp } from '../../../actors/department/usual-wrap-up'
import type { FormField } from '../../../actors/form/field'
import { Problem } from '../../../actors/problem'
import { answeredBy, answersText } from '../../../actors/text/answers'
import { WrapUpFormPage, wrapUpInMenu } from '../../../views/office/wrap-up'
import { paths } from '../../../views/paths'
import { sentenceFor } from '../../../views/words'
import { wrapUp as words } from '../../../views/words/wrap-up'
import { WrapUpPage } from '../../../views/workbench/wrap-up'
import { bench, none, room } from './bench'
import * as data from './data'
import { lookOf, type Picture, reader } from './picture'

const note: FormField = {
  ...{ key: 'note', type: 'textarea', required: false, pattern: '', options: [] },
  ...{ label: { en: 'What else?', zh: '补充说明' } },
  help: { en: 'For whoever opens it next.', zh: '供下一位同事参考。' },
}
const fields = [...usualWrapUp, note]

const answers = [
  { key: 'reason', label: 'Reason', value: 'refund', shown: 'Return or refund' },
  { key: 'solved', label: 'Solved', value: 'no' },
  { key: 'note', label: 'What else?', value: 'The shade is broken.\nWaits for the courier.' },
]
const first = { ...data.entry({ seq: 1 }), text: 'The shade of my lamp is broken.' }
const filled = data.entry({
  ...{ seq: 3, by: 'agent', author: data.ana, name: 'Ana', text: answersText(answers) },
  body: { kind: 'wrapUp', fields: answeredBy(answers, null).fields },
})
const closed = (by: 'agent' | 'silence') =>
  data.entry({ seq: 2, notice: { code: 'closed', by, name: by === 'agent' ? 'Ana' : '' } })
const ended = (isFilled: boolean) => ({
  ...data.asConversation(data.mine[0] ?? data.left),
  ...({ state: 'closed', closedAt: data.now - 60_000 } as const),
  wrapUp: { filled: isFilled, seq: 3 },
})
const rights = { ...none, note: true, tag: true, take: true, wrapUp: true }

const contextOf = (given: Parameters<Picture['page']>[0]) => ({
  ...lookOf(given),
  ...{ me: { id: data.olga, name: 'Olga' }, menu: [wrapUpInMenu], page: wrapUpInMenu },
})

export const wrapUpPictures: Picture[] = [
  bench('bench-wrapped-up', {
    room: room({
      ...{ entries: [first, closed('agent'), filled], wrapUp: answers, rights },
      conversation: ended(true),
    }),
  }),
  bench('bench-not-wrapped-up', {
    room: room({
      entries: [
        ...[first, closed('silence')],
        data.entry({ seq: 3, notice: { code: 'notWrappedUp' } }),
      ],
      ...{ conversation: ended(false), rights },
    }),
  }),
  {
    name: 'wrap-up',
    page: (given) => (
      <WrapUpPage
        {...lookOf(given)}
        reader={reader}
        title={words[given.language].beforeAll}
        lead={words[given.language].leadAll(12)}
        fields={fields}
        action={paths.workbench.bulk}
        brings={[['what', 'close']]}
        submit={words[given.language].endAll}
        back={paths.workbench.page}
        typed={{ 'field.note': 'The shade is broken.' }}
        problem={{
          says: sentenceFor(
            new Problem('invalid', 'answerMissing', { values: { field: 'Reason' } }),
            given.language,
          ),
          field: 'field.reason',
        }}
      />
    ),
  },
  ...[usualWrapUp, []].map(
    (asked): Picture => ({
      name: asked.length > 0 ? 'office-wrap-up' : 'office-wrap-up-none',
      height: 1600,
      ...(asked.length > 0 ? {} : { once: true as const }),
      page: (given) => (
        <WrapUpFormPage
          {...contextOf(given)}
          details={{ id: 'orders', name: 'Orders', fields: asked, version: '1', most: 12 }}
        />
      ),
    }),
  ),
]
