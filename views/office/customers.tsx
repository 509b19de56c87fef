import userRound from 'lucide-static/icons/user-round-check.svg' with { type: 'text' }
import { Button } from '../parts/button'
import { SelectField } from '../parts/fields/select-field'
import { drawn } from '../parts/icon'
import { Chip } from '../parts/marks'
import { When } from '../parts/time'
import { paths } from '../paths'
import { sentenceFor, wordsIn } from '../words'
import { customersOffice } from '../words/customers-office'
import type { Language } from '../words/language'
import type { MenuEntry, OfficeContext, Refused } from './context'
import { OfficeFrame } from './frame'
import type { ListAsk, ListRows } from './list/ask'
import type { List } from './list/list'
import { ListPage } from './list/page'
import { Panel } from './panel'
import { FormRefused } from './refused'
import { Removal } from './removal'
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

/** Whether visitors may have accounts, and what a form of that is made from. */
export type CustomersSetting = { on: boolean; version: string }

type Page = OfficeContext & {
  ask: ListAsk
  found: ListRows<CustomerLine>
  setting: CustomersSetting
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
      <Setting {...page} setting={setting} />
    </ListPage>
  )
}

const Setting = ({
  setting,
  language,
  refused,
}: Pick<Page, 'setting' | 'language' | 'refused'>) => {
  const words = customersOffice[language]
  const again = refused?.form === 'setting' ? refused : undefined
  const now = setting.on ? 'yes' : 'no'
  return (
    <Panel id="setting" title={words.setting} hint={words.settingHint}>
      <form method="post" action={customerPaths.setting} class="stack">
        <FormRefused refused={refused} form="setting" language={language} />
        <input type="hidden" name="version" value={setting.version} />
        <SelectField
          name="customers"
          label={words.on}
          value={again?.typed.customers ?? now}
          options={(['no', 'yes'] as const).map((value) => ({
            value,
            label: words.choices[value],
          }))}
          problem={again && whyNot(again, setting, language)}
        />
        <div class="actions">
          <Button tone="primary">{words.save}</Button>
        </div>
      </form>
    </Panel>
  )
}

/** What is wrong with the choice; what somebody else saved meanwhile where it says otherwise. */
const whyNot = (
  { problem, typed }: Refused,
  { on }: CustomersSetting,
  language: Language,
): string | undefined => {
  const now = on ? 'yes' : 'no'
  if (problem.reason !== 'changedMeanwhile')
    return problem.field ? sentenceFor(problem, language) : undefined
  return typed.customers === now
    ? undefined
    : wordsIn(language).office.savedMeanwhile(customersOffice[language].choices[now])
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
