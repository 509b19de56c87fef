import { Button, LinkButton } from '../parts/button'
import { TextField } from '../parts/fields/field'
import { SelectField } from '../parts/fields/select-field'
import { sentenceFor, wordsIn } from '../words'
import { factors } from '../words/factors'
import type { Language } from '../words/language'
import { permissionWords } from '../words/permissions'
import { roles } from '../words/roles'
import type { OfficeContext } from './context'
import { OfficeFrame } from './frame'
import type { ListAsk, ListRows } from './list/ask'
import type { List } from './list/list'
import { ListPage } from './list/page'
import { Panel } from './panel'
import { peoplePaths } from './people-paths'
import { PermissionFields } from './permission-fields'
import { grouped } from './permission-groups'
import { FormRefused } from './refused'
import { Removal } from './removal'
import type { RoleDetails, RoleLine } from './role-details'
import { RoleFactor } from './role-factor'
import { type NamedRole, roleName, rolePaths, rolesInMenu } from './role-paths'

const label = (key: keyof (typeof roles)['en']['columns']) => (language: Language) =>
  roles[language].columns[key]

export const roleList: List<RoleLine> = {
  ...{ path: rolePaths.list, menu: rolesInMenu, usual: { sort: 'kind', descending: false } },
  open: ({ id }) => rolePaths.page(id),
  searches: (language) => roles[language].searches,
  columns: [
    {
      ...{ key: 'name', label: label('name'), sortable: true },
      cell: (role, { language }) => <bdi>{roleName(role, language)}</bdi>,
      value: ({ id, name }) => name ?? id,
    },
    { key: 'id', label: () => 'id', value: ({ id }) => id },
    {
      ...{ key: 'kind', label: label('kind'), sortable: true },
      cell: ({ isBuiltIn }, { language }) =>
        isBuiltIn ? roles[language].kinds.builtIn : roles[language].kinds.own,
      value: ({ isBuiltIn }) => (isBuiltIn ? 'built-in' : 'own'),
    },
    {
      ...{ key: 'people', label: label('people'), sortable: true, figure: true },
      cell: ({ people }) => people,
      value: ({ people }) => people,
    },
    {
      ...{ key: 'allows', label: label('allows'), sortable: true, figure: true },
      cell: ({ permissions, of }, { language }) => roles[language].allowsOf(permissions.length, of),
      value: ({ permissions }) => permissions.join(' '),
    },
    {
      ...{ key: 'second_factor', label: (language) => factors[language].title },
      cell: ({ secondFactor }, { language }) => factors[language].role.choices[secondFactor],
      value: ({ secondFactor }) => secondFactor,
    },
  ],
  filters: [],
}

/** Roles that another can be made from, by those who may give what they allow. */
export type RolesBeside = { from: readonly NamedRole[] }

type Page = OfficeContext & RolesBeside & { ask: ListAsk; found: ListRows<RoleLine> }

/** Every role, and the way to another. */
export const RolesPage = ({ from, ...page }: Page) => {
  const words = roles[page.language]
  return (
    <ListPage
      {...page}
      list={roleList}
      lead={words.lead}
      empty={{ icon: 'users', title: words.empty, hint: words.emptyHint }}
      acts={
        <LinkButton tone="primary" href="#new" icon="plus">
          {words.create}
        </LinkButton>
      }
    >
      <Create {...page} from={from} />
    </ListPage>
  )
}

const Create = ({ from, language, refused }: OfficeContext & RolesBeside) => {
  const words = roles[language]
  const again = refused?.form === 'creation' ? refused : undefined
  const says = again?.problem.field ? sentenceFor(again.problem, language) : undefined
  return (
    <div class="office-narrow">
      <Panel id="new" title={words.create} hint={words.createHint}>
        <form method="post" action={rolePaths.list} class="stack">
          <FormRefused refused={refused} form="creation" language={language} />
          <TextField
            name="name"
            label={words.name}
            hint={words.nameHint}
            required
            autocomplete="off"
            value={again?.typed.name}
            problem={says}
            autofocus={again !== undefined}
          />
          <SelectField
            name="from"
            label={words.from}
            options={from.map((role) => ({ value: role.id, label: roleName(role, language) }))}
            value={again?.typed.from ?? 'agent'}
          />
          <div class="actions">
            <Button>{words.createDo}</Button>
          </div>
        </form>
      </Panel>
    </div>
  )
}

export type RoleProps = OfficeContext & { role: RoleDetails }

/** One role: what it allows, who has it, and its end. */
export const RolePage = ({ role, ...context }: RoleProps) => {
  const { language, refused } = context
  const words = roles[language]
  const name = roleName(role, language)
  const isFixed = role.isBuiltIn || role.isAbove
  return (
    <OfficeFrame
      {...context}
      title={name}
      parent={{ path: rolesInMenu.path, name: words.title }}
      aside={<span class="aside">{words.allowsOf(role.permissions.length, role.of)}</span>}
    >
      {isFixed ? <Fixed role={role} language={language} /> : <Change {...context} role={role} />}
      <Panel id="who" title={words.who} {...(role.who.length === 0 ? { hint: words.nobody } : {})}>
        {role.who.length > 0 && (
          <ul class="office-who">
            {role.who.map((one) => (
              <li>
                <a href={peoplePaths.page(one.id)}>
                  <bdi>{one.name}</bdi>
                </a>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      {!role.isAbove && <RoleFactor {...context} role={role} />}
      {!isFixed && (
        <Removal
          action={rolePaths.removal(role.id)}
          {...{ name, words, refused, language }}
          stays={role.who.length > 0 ? words.stays(role.who.length) : undefined}
        />
      )}
    </OfficeFrame>
  )
}

const Change = ({ role, refused, language }: RoleProps) => {
  const words = roles[language]
  const again = refused?.form === 'revision' ? refused : undefined
  const { problem, typed } = again ?? {}
  const isStale = problem?.reason === 'changedMeanwhile'
  const isOther = isStale && typed?.name !== undefined && typed.name !== role.name
  const saved = isOther ? wordsIn(language).office.savedMeanwhile(role.name ?? '') : undefined
  const isOfName = problem?.field === 'name'
  const says = isOfName ? sentenceFor(problem, language) : saved
  return (
    <Panel id="role" title={words.allows} hint={words.allowsHint}>
      <form method="post" action={rolePaths.revision(role.id)} class="stack">
        <FormRefused refused={refused} form="revision" language={language} />
        <input type="hidden" name="version" value={role.version} />
        <TextField
          name="name"
          label={words.name}
          hint={words.nameHint}
          required
          autocomplete="off"
          value={typed?.name ?? role.name ?? ''}
          problem={says}
          autofocus={says !== undefined}
        />
        <PermissionFields
          {...{ role, language, isStale }}
          {...(typed?.permissions === undefined ? {} : { typed: typed.permissions.split(',') })}
          problem={problem?.field === 'permissions' ? sentenceFor(problem, language) : undefined}
        />
        <div class="actions">
          <Button tone="primary">{wordsIn(language).office.save}</Button>
        </div>
      </form>
    </Panel>
  )
}

/** What it allows, where that cannot be changed. */
const Fixed = ({ role, language }: { role: RoleDetails; language: Language }) => {
  const words = roles[language]
  return (
    <Panel id="role" title={words.allows} hint={role.isBuiltIn ? words.fixed : words.above}>
      {grouped(role.permissions).map(({ group, permissions }) => (
        <>
          <h3>{words.groups[group]}</h3>
          <ul class="office-permissions">
            {permissions.map((one) => (
              <li>{permissionWords(one, language)}</li>
            ))}
          </ul>
        </>
      ))}
    </Panel>
  )
}
