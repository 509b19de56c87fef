import keyRound from 'lucide-static/icons/key-round.svg' with { type: 'text' }
import { Avatar } from '../parts/avatar'
import { LinkButton } from '../parts/button'
import { drawn } from '../parts/icon'
import { paths } from '../paths'
import { query } from '../paths/query'
import { permissionWords } from '../words/permissions'
import { rights } from '../words/rights'
import type { MenuEntry, OfficeContext } from './context'
import type { ListAsk, ListRows } from './list/ask'
import type { Column, List } from './list/list'
import { ListPage } from './list/page'
import { type NamedRole, roleName } from './role-paths'

export const rightPaths = {
  list: paths.office.of('rights'),
  why: paths.office.of('rights', 'why'),
  whyOf: (asked: { person?: string; permission?: string; conversation?: string }) =>
    paths.office.of('rights', 'why') + query(asked),
} as const

export const rightsInMenu = {
  path: rightPaths.list,
  icon: drawn(keyRound),
  words: rights,
} satisfies MenuEntry

/** Somebody with what their role allows. */
export type RightsLine = {
  id: string
  name: string
  email: string
  role: NamedRole
  permissions: readonly string[]
}

/** People and permissions: a column for each of these. */
export const rightsList = (permissions: readonly string[]): List<RightsLine> => ({
  ...{ path: rightPaths.list, menu: rightsInMenu, usual: { sort: 'name', descending: false } },
  open: ({ id }) => rightPaths.whyOf({ person: id }),
  searches: (language) => rights[language].searches,
  columns: [
    {
      ...{ key: 'name', label: (language) => rights[language].person, sortable: true },
      cell: ({ id, name }) => (
        <span class="person">
          <Avatar id={id} name={name} small />
          <span class="person-text">
            <bdi>{name}</bdi>
          </span>
        </span>
      ),
      value: ({ name }) => name,
    },
    { key: 'email', label: () => 'email', value: ({ email }) => email },
    {
      ...{ key: 'role', label: (language) => rights[language].role, sortable: true },
      cell: ({ role }, { language }) => <bdi>{roleName(role, language)}</bdi>,
      value: ({ role }) => role.name ?? role.id,
    },
    ...permissions.map(columnOf),
  ],
  filters: [
    { key: 'role', label: (language) => rights[language].role, is: 'choice' },
    { key: 'permission', label: (language) => rights[language].permission, is: 'choice' },
  ],
})

const columnOf = (permission: string): Column<RightsLine> => ({
  ...{ key: permission, label: (language) => permissionWords(permission, language), tall: true },
  cell: ({ id, permissions }, { language }) =>
    permissions.includes(permission) ? (
      <a class="right" href={rightPaths.whyOf({ person: id, permission })}>
        <span aria-hidden="true">✓</span>
        <span class="sr">{rights[language].yes}</span>
      </a>
    ) : (
      <span class="sr">{rights[language].no}</span>
    ),
  value: ({ permissions }) => (permissions.includes(permission) ? 'yes' : 'no'),
})

/** What its page has beside the rows. */
export type RightsBeside = { roles: readonly NamedRole[]; permissions: readonly string[] }

type Page = OfficeContext &
  RightsBeside & { ask: ListAsk; found: ListRows<RightsLine>; list: List<RightsLine> }

/** Who may what: people, and what the role of each allows. */
export const RightsPage = ({ roles, permissions, ...page }: Page) => {
  const { language } = page
  const words = rights[language]
  return (
    <ListPage
      {...page}
      choices={{
        role: roles.map((role) => ({ value: role.id, label: roleName(role, language) })),
        permission: permissions.map((one) => ({
          value: one,
          label: permissionWords(one, language),
        })),
      }}
      lead={words.lead}
      empty={{ icon: 'users', title: words.empty, hint: words.emptyHint }}
      acts={<LinkButton href={rightPaths.why}>{words.why}</LinkButton>}
    />
  )
}
