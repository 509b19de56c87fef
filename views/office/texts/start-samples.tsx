import type { Child } from 'hono/jsx'
import { StartPage } from '../../chat/start'
import type { StartFormProps } from '../../chat/start-form'
import type { VisitorContext } from '../../page-context'
import { type Language, languageOf } from '../../words/language'

type Sample = (look: VisitorContext) => Child | string

const MINUTE_MS = 60_000

const asks = {
  en: { question: 'Where is my parcel?', field: 'What is it about?', option: 'An order' },
  zh: { question: '我的包裹到哪里了？', field: '咨询类型', option: '订单问题' },
}

const asked = (language: Language): NonNullable<StartFormProps['asked']> => ({
  fields: [
    {
      ...{ key: 'about', type: 'select', required: true, label: asks[language].field, help: '' },
      options: [{ value: 'order', label: asks[language].option }],
    },
  ],
  consent: null,
  greeting: '',
  questions: [asks[language].question],
})

type Start = {
  staffed?: boolean
  free?: boolean
  ahead?: number
  invites?: boolean
  names?: readonly string[]
}
/** The form before a chat, for whoever finds so much. */
export const start =
  ({ staffed = true, free, ahead = 3, invites, names = ['Billing', 'Orders'] }: Start): Sample =>
  (look) => (
    <StartPage
      {...look}
      departments={names.map((name) => ({
        ...{
          id: name,
          name,
          names: { en: name, zh: name },
          staffed: staffed && name === 'Billing',
        },
        ...{ ahead, estimate: staffed ? 5 * MINUTE_MS : null },
      }))}
      {...{ clientId: 'next', keptAs: 'example', hasPast: true, mails: ahead > 1 }}
      asked={asked(languageOf(look.language))}
      {...(free === undefined ? {} : { wanted: { token: 'ana', name: 'Ana', free } })}
      {...(invites === undefined
        ? {}
        : {
            invitation: {
              ...{ id: 'one', text: asks[languageOf(look.language)].question },
              ...(invites ? { agent: 'ana', agentName: 'Ana' } : { agent: null, agentName: '' }),
            },
          })}
    />
  )
