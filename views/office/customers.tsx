import userRound from 'lucide-static/icons/user-round-check.svg' with { type: 'text' }
import { drawn } from '../parts/icon'
import { Chip } from '../parts/marks'
import { When } from '../parts/time'
import { paths } from '../paths'
import { customersOffice } from '../words/customers-office'
import type { Language } from '../words/language'
import type { MenuEntry, OfficeContext } from './context'
import { OfficeFrame } from './frame'
import type { ListAsk, ListRows } from './list/ask'
import type { List } from './list/list'
import { ListPage } from './list/page'
import { Panel } from './panel'
import { Removal } from './removal'
import type { Editable } from './setting-fields'
import { Group } from './settings/group'
import { visitorPaths } from './visitors/list'
import { Rows } from './visitors/page'

export const customerPaths = {
  list: paths.office.of('customers'),
  setting: paths.office.of('customers'),
  one: (id: string) => paths.office.of('customers', id),
  removal: (id: string) => paths.office.of('customers', id, 'removal'),
} as const

export const customersInMenu = {
  path: customerPaths.list,
  group: 'system',
  icon: drawn(userRound),
  words: customersOffice,
} satisfies MenuEntry

/** An account as it is listed; times in ms UTC. */
export type CustomerLine = {
  id: string
  name: string
  email: string
  state: 'open' | 'proven' | 'waits'
  created: number
  seen: number | null
}

const columnOf = (key: keyof (typeof customersOffice)['en']['columns']) => ({
  key,
  label: (language: Language) => customersOffice[language].columns[key],
})
const lookOf = ({ now, zone, language }: OfficeContext) => ({ now, zone, language })
const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString())

export const customerList: List<CustomerLine> = {
  ...{ path: customerPaths.list, menu: customersInMenu },
  usual: { sort: 'created', descending: true },
  columns: [
    { ...columnOf('name'), cell: ({ name }) => <bdi>{name}</bdi>, value: ({ name }) => name },
    {
      ...columnOf('email'),
      cell: ({ email }) => <bdi class="customer-line">{email}</bdi>,
      value: ({ email }) => email,
    },
    {
      ...columnOf('state'),
      cell: ({ state }, { language }) => (
        <span class="customer-state">
          <Chip tone={state === 'waits' ? 'warn' : 'ok'}>
            {customersOffice[language].states[state]}
          </Chip>
        </span>
      ),
      value: ({ state }) => state,
    },
    {
      ...{ ...columnOf('created'), sortable: true },
      cell: ({ created }, look) => <When at={created} {...lookOf(look)} />,
      value: ({ created }) => iso(created),
    },
    {
      ...columnOf('seen'),
      cell: ({ seen }, look) => seen !== null && <When at={seen} {...lookOf(look)} />,
      value: ({ seen }) => iso(seen),
    },
  ],
  filters: [],
  open: ({ id }) => customerPaths.one(id),
  searches: (language) => customersOffice[language].search,
}

type Page = OfficeContext & {
  ask: ListAsk
  found: ListRows<CustomerLine>
  /** Whether visitors may have accounts. */
  setting: Editable
}

/** Who of the visitors has an account, and whether they may. */
export const CustomersPage = ({ setting, ...page }: Page) => {
  const words = customersOffice[page.language]
  return (
    <ListPage
      {...page}
      list={customerList}
      lead={words.lead}
      empty={{ icon: 'mailCheck', title: words.empty, hint: words.emptyHint }}
    >
      <Group
        {...{ ...page, group: 'customers', settings: setting, path: customerPaths.setting }}
        {...{ title: words.setting, hint: words.settingHint }}
      />
    </ListPage>
  )
}

type One = OfficeContext & { line: CustomerLine; visitor: string | null }

/** One of them: what there is, and its end. */
export const CustomerPage = ({ line, visitor, ...context }: One) => {
  const { language, refused } = context
  const words = customersOffice[language]
  const { id, name, email, state, created, seen } = line
  return (
    <OfficeFrame {...context} title={name} parent={{ path: customerPaths.list, name: words.title }}>
      <Panel id="about" title={words.about}>
        <Rows
          rows={[
            [words.columns.email, <bdi>{email}</bdi>],
            [words.columns.state, words.states[state]],
            [words.columns.created, <When at={created} {...lookOf(context)} />],
            [words.columns.seen, seen !== null && <When at={seen} {...lookOf(context)} />],
          ]}
        />
        {visitor !== null && (
          <p class="customer-visitor">
            <a href={visitorPaths.page(visitor)}>{words.visitor}</a>
          </p>
        )}
      </Panel>
      <Removal action={customerPaths.removal(id)} {...{ name, words, refused, language }} />
    </OfficeFrame>
  )
}
