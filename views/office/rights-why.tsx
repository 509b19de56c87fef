import { Button } from '../parts/button'
import { TextField } from '../parts/fields/field'
import { SelectField } from '../parts/fields/select-field'
import { permissionWords } from '../words/permissions'
import { punctuation } from '../words/punctuation'
import { rights } from '../words/rights'
import { roles as roleWords } from '../words/roles'
import type { OfficeContext } from './context'
import { OfficeFrame } from './frame'
import { Panel } from './panel'
import { grouped } from './permission-groups'
import { rightPaths, rightsInMenu } from './rights'
import { type NamedRole, roleName } from './role-paths'

type Asks = keyof (typeof rights)['en']['asks']

/** What a rule of a conversation says of somebody. */
export type RuleLine = {
  verb: string
  may: boolean
  grounds: readonly { asks: Asks; permission?: string; isSo: boolean }[]
}

export type WhyAnswer = {
  person: { id: string; name: string; role: NamedRole; isDisabled: boolean }
  permissions: readonly string[]
  /** Roles that allow the one that was asked after. */
  allowing: readonly NamedRole[]
  /** Left out where no conversation was asked after; null for one that there is not. */
  conversation?: {
    sees: 'holds' | 'offered' | 'all' | 'department' | null
    rules: readonly RuleLine[]
  } | null
}

export type WhyDetails = {
  asked: { person: string; permission: string; conversation: string }
  people: readonly { id: string; name: string }[]
  all: readonly string[]
  /** Left out while nobody was asked after. */
  answer?: WhyAnswer
}

type Page = OfficeContext & { why: WhyDetails }

/** Why somebody may do something, or why not: by their role, and by the rules of one conversation. */
export const WhyPage = ({ why, ...context }: Page) => {
  const { language } = context
  const words = rights[language]
  return (
    <OfficeFrame
      {...context}
      title={words.why}
      parent={{ path: rightsInMenu.path, name: words.title }}
    >
      <Panel id="ask" title={words.why} hint={words.whyHint}>
        <form method="get" action={rightPaths.why} class="stack">
          <SelectField
            name="person"
            label={words.person}
            value={why.asked.person}
            options={why.people.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <SelectField
            name="permission"
            label={words.permission}
            value={why.asked.permission}
            options={[
              { value: '', label: words.all },
              ...why.all.map((one) => ({ value: one, label: permissionWords(one, language) })),
            ]}
          />
          <TextField
            name="conversation"
            label={words.conversation}
            hint={words.conversationHint}
            value={why.asked.conversation}
            autocomplete="off"
            problem={why.answer?.conversation === null ? words.conversationNone : undefined}
          />
          <div class="actions">
            <Button tone="primary">{words.show}</Button>
          </div>
        </form>
      </Panel>
      {why.answer && <Answer why={why} answer={why.answer} language={language} />}
    </OfficeFrame>
  )
}

type Answered = { why: WhyDetails; answer: WhyAnswer; language: OfficeContext['language'] }

const Answer = ({ why, answer, language }: Answered) => {
  const words = rights[language]
  const { person, permissions, allowing, conversation } = answer
  const role = roleName(person.role, language)
  const { permission } = why.asked
  const names = allowing.map((one) => roleName(one, language))
  return (
    <>
      <Panel id="by-role" title={words.hasRole(person.name, role)}>
        {person.isDisabled && <p class="office-warning">{words.isShut}</p>}
        {permission === '' ? (
          <AllOf {...{ why, answer, language }} />
        ) : (
          <>
            <p>{permissionWords(permission, language)}</p>
            <p data-may={permissions.includes(permission) ? 'yes' : 'no'}>
              <b>{permissions.includes(permission) ? words.byRole(role) : words.notByRole(role)}</b>{' '}
              {!permissions.includes(permission) && names.length > 0 && words.others(names)}
            </p>
          </>
        )}
      </Panel>
      {conversation && (
        <Panel
          id="by-rule"
          title={words.inConversation}
          hint={words.sees[conversation.sees ?? 'nothing']}
        >
          <ul class="office-rules">
            {conversation.rules.map((rule) => (
              <Rule rule={rule} language={language} />
            ))}
          </ul>
        </Panel>
      )}
    </>
  )
}

const AllOf = ({ why, answer, language }: Answered) => {
  const words = rights[language]
  const mays = new Set(answer.permissions)
  return (
    <>
      {grouped(why.all).map(({ group, permissions }) => (
        <>
          <h3>{roleWords[language].groups[group]}</h3>
          <ul class="office-permissions">
            {permissions.map((one) => (
              <li data-may={mays.has(one) ? 'yes' : 'no'}>
                <span class="sr">{mays.has(one) ? words.yes : words.no} </span>
                {permissionWords(one, language)}
              </li>
            ))}
          </ul>
        </>
      ))}
    </>
  )
}

type RuleProps = { rule: RuleLine } & Pick<OfficeContext, 'language'>

const Rule = ({ rule, language }: RuleProps) => {
  const words = rights[language]
  const { verb, may, grounds } = rule
  const label = Object.hasOwn(words.verbs, verb)
    ? words.verbs[verb as keyof typeof words.verbs]
    : permissionWords(grounds[0]?.permission ?? verb, language)
  const said = grounds.map(({ asks, isSo }) => words.asks[asks][isSo ? 'yes' : 'no'])
  return (
    <li data-may={may ? 'yes' : 'no'}>
      <span>
        <b>{label}</b>
        {punctuation[language].colon}
        {may ? words.may : words.mayNot}
      </span>{' '}
      <small>{said.join(punctuation[language].between)}</small>
    </li>
  )
}
