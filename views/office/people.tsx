import type { AgentStatus } from '../../actors/summary'
import { Avatar } from '../parts/avatar'
import { Button, LinkButton } from '../parts/button'
import { Chip } from '../parts/marks'
import { When } from '../parts/time'
import { wordsIn } from '../words'
import { factors } from '../words/factors'
import type { Language } from '../words/language'
import { people } from '../words/people'
import { punctuation } from '../words/punctuation'
import type { OfficeContext } from './context'
import type { ListAsk, ListRows } from './list/ask'
import type { List, ListChoices } from './list/list'
import { ListPage } from './list/page'
import { Panel } from './panel'
import { peopleInMenu, peoplePaths } from './people-paths'
import { type Choices, PersonFields } from './person-fields'
import { type FreshLink, LinkPanel } from './person-link'
import { FormRefused } from './refused'
import { type NamedRole, roleName } from './role-paths'

/** Where somebody is by what the desk knows. `invited`: they have set no password yet. */
export type PersonStatus = AgentStatus | 'disabled' | 'invited'

/** One colleague in the list. */
export type PersonLine = {
  id: string
  name: string
  email: string
  role: NamedRole
  /** By name. */
  departments: readonly { id: string; name: string }[]
  status: PersonStatus
  mayReply: boolean
  load: number
  capacity: number
  /** When something was last asked for in a session of theirs; null for never yet. */
  seenAt: number | null
  /** They have a second factor, or a passkey, which counts for one. */
  secondFactor: boolean
}

const tones = {
  ready: 'ok',
  away: 'warn',
  invited: 'brand',
  off: 'plain',
  disabled: 'bad',
} as const

export const statusWords = (status: PersonStatus, language: Language): string =>
  status === 'disabled' || status === 'invited'
    ? people[language].statuses[status]
    : wordsIn(language).workbench[status]

export const StatusChip = ({ status, language }: { status: PersonStatus; language: Language }) => (
  <Chip tone={tones[status]}>{statusWords(status, language)}</Chip>
)

const label = (key: keyof (typeof people)['en']['columns']) => (language: Language) =>
  people[language].columns[key]

const namesOf = (departments: PersonLine['departments']) => departments.map(({ name }) => name)

export const peopleList: List<PersonLine> = {
  ...{ path: peoplePaths.list, menu: peopleInMenu, usual: { sort: 'name', descending: false } },
  open: ({ id }) => peoplePaths.page(id),
  searches: (language) => people[language].searches,
  columns: [
    {
      ...{ key: 'name', label: label('name'), sortable: true },
      cell: ({ id, name, email }) => (
        <span class="person">
          <Avatar id={id} name={name} small />
          <span class="person-text">
            <bdi>{name}</bdi> <small dir="ltr">{email}</small>
          </span>
        </span>
      ),
      value: ({ name }) => name,
    },
    { key: 'id', label: () => 'id', value: ({ id }) => id },
    { key: 'email', label: label('email'), value: ({ email }) => email },
    {
      ...{ key: 'second_factor', label: (language) => factors[language].title },
      value: ({ secondFactor }) => (secondFactor ? 'yes' : 'no'),
    },
    {
      ...{ key: 'role', label: label('role'), sortable: true },
      cell: ({ role }, { language }) => <bdi>{roleName(role, language)}</bdi>,
      value: ({ role }) => role.name ?? role.id,
    },
    {
      ...{ key: 'departments', label: label('departments') },
      cell: ({ departments }, { language }) => (
        <bdi>{namesOf(departments).join(punctuation[language].list) || '–'}</bdi>
      ),
      value: ({ departments }) => namesOf(departments).join('; '),
    },
    {
      ...{ key: 'status', label: label('status'), sortable: true },
      cell: ({ status }, { language }) => <StatusChip status={status} language={language} />,
      value: ({ status }) => status,
    },
    {
      ...{ key: 'load', label: label('load'), sortable: true, figure: true },
      cell: ({ load, capacity, mayReply }, { language }) =>
        mayReply ? people[language].loadOf(load, capacity) : people[language].looksOn,
      value: ({ load }) => load,
    },
    { key: 'capacity', label: label('capacity'), value: ({ capacity }) => capacity },
    { key: 'may_reply', label: () => 'may_reply', value: ({ mayReply }) => Number(mayReply) },
    {
      ...{ key: 'seen', label: label('seen'), sortable: true },
      cell: ({ seenAt }, { now, zone, language }) =>
        seenAt === null ? (
          people[language].never
        ) : (
          <When at={seenAt} now={now} zone={zone} language={language} />
        ),
      value: ({ seenAt }) => (seenAt === null ? null : new Date(seenAt).toISOString()),
    },
  ],
  filters: [
    { key: 'role', label: label('role'), is: 'choice' },
    { key: 'department', label: label('departments'), is: 'choice' },
    { key: 'status', label: label('status'), is: 'choice' },
  ],
}

export const personStatuses = ['ready', 'away', 'off', 'invited', 'disabled'] as const

/** What its page has beside the rows. */
export type PeopleBeside = {
  /** What there is to choose from in the form. */
  offered: Choices
  /** Whether they may make accounts. */
  mayInvite: boolean
  count: number
  fresh?: FreshLink
}

type Page = OfficeContext & PeopleBeside & { ask: ListAsk; found: ListRows<PersonLine> }

/** Everybody who has an account, and the way to another. */
export const PeoplePage = ({ offered, mayInvite, count, fresh, ...page }: Page) => {
  const { language } = page
  const words = people[language]
  const choices: ListChoices = {
    role: offered.roles.map((role) => ({ value: role.id, label: roleName(role, language) })),
    department: offered.departments.map(({ id, name }) => ({ value: id, label: name })),
    status: personStatuses.map((value) => ({ value, label: statusWords(value, language) })),
  }
  return (
    <ListPage
      {...page}
      list={peopleList}
      choices={choices}
      lead={words.count(count)}
      acts={
        mayInvite && (
          <LinkButton tone="primary" href="#new" icon="plus">
            {words.invite}
          </LinkButton>
        )
      }
      empty={{ icon: 'user', title: words.empty, hint: words.emptyHint }}
      above={fresh && <LinkPanel fresh={fresh} context={page} />}
    >
      {mayInvite && <Invite {...page} offered={offered} />}
    </ListPage>
  )
}

const Invite = ({ offered, ...context }: OfficeContext & { offered: Choices }) => {
  const words = people[context.language]
  const again = context.refused?.form === 'creation' ? context.refused : undefined
  return (
    <div class="office-narrow">
      <Panel id="new" title={words.invite} hint={words.inviteHint}>
        <form method="post" action={peoplePaths.list} class="stack">
          <FormRefused refused={context.refused} form="creation" language={context.language} />
          <PersonFields
            {...{ offered, language: context.language, mayManage: true }}
            {...(again ? { refused: again } : {})}
            values={{ role: 'agent' }}
          />
          <div class="actions">
            <Button>{words.inviteDo}</Button>
          </div>
        </form>
      </Panel>
    </div>
  )
}
