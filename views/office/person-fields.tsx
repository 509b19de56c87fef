import type { Typed } from '../../actors/typed-settings'
import { describedBy, TextField } from '../parts/fields/field'
import { SelectField } from '../parts/fields/select-field'
import { sentenceFor, wordsIn } from '../words'
import type { Language } from '../words/language'
import { people } from '../words/people'
import { punctuation } from '../words/punctuation'
import type { Refused } from './context'
import { type NamedRole, roleName } from './role-paths'

/** What there is to choose from: all departments, all roles, and which of these they may give. */
export type Choices = {
  departments: readonly { id: string; name: string }[]
  roles: readonly NamedRole[]
  given: readonly string[]
}

type Fields = {
  language: Language
  offered: Choices
  /** As it is saved, departments by their ids with commas. */
  values: Typed
  refused?: Refused
  /** Whether they may change with which address, and as what, somebody signs in. */
  mayManage: boolean
}

const isStale = ({ refused }: Pick<Fields, 'refused'>) =>
  refused?.problem.reason === 'changedMeanwhile'

const idsIn = (typed: string | undefined): string[] => (typed ?? '').split(',').filter(Boolean)

const saysSame = (key: string, one: string | undefined, other: string | undefined): boolean =>
  key === 'departments'
    ? String(idsIn(one).toSorted()) === String(idsIn(other).toSorted())
    : one === other

/** Who somebody is: the fields that have names of their own, each with what is wrong with it. */
export const PersonFields = (props: Fields) => {
  const { language, offered, mayManage } = props
  const words = people[language]
  const field = fieldOf(props)
  const role = props.refused?.typed.role ?? props.values.role ?? ''
  const roles = offered.roles.filter(({ id }) => id === role || offered.given.includes(id))
  return (
    <>
      <TextField
        {...field('name')}
        label={words.name}
        hint={words.nameHint}
        required
        autocomplete="off"
      />
      {mayManage ? (
        <>
          <TextField
            {...field('email')}
            type="email"
            label={words.email}
            hint={words.emailHint}
            required
            autocomplete="off"
          />
          <SelectField
            {...field('role')}
            label={words.role}
            hint={words.roleHint}
            options={roles.map((one) => ({ value: one.id, label: roleName(one, language) }))}
          />
        </>
      ) : (
        <p class="hint">{words.accountOnly}</p>
      )}
      <Departments {...props} />
    </>
  )
}

const fieldOf = (props: Fields) => (name: string) => {
  const { refused, values } = props
  const problem = problemOf(props, name)
  return {
    ...{ name, problem, value: refused?.typed[name] ?? values[name] },
    autofocus: firstFault(props) === name,
  }
}

const own = ['name', 'email', 'role', 'departments'] as const

const firstFault = (props: Fields): string | undefined =>
  own.find((name) => problemOf(props, name) !== undefined)

/** What is wrong with a field, or what somebody else saved there meanwhile. */
const problemOf = (props: Fields, name: string): string | undefined => {
  const { refused, values, language } = props
  if (!refused) return undefined
  if (!isStale(props))
    return refused.problem.field === name ? sentenceFor(refused.problem, language) : undefined
  if (!(name in refused.typed) || saysSame(name, refused.typed[name], values[name]))
    return undefined
  return wordsIn(language).office.savedMeanwhile(shown(props, name, values[name] ?? ''))
}

const shown = ({ offered, language }: Fields, name: string, value: string): string => {
  const role = name === 'role' ? offered.roles.find(({ id }) => id === value) : undefined
  if (role) return roleName(role, language)
  if (name !== 'departments') return value
  const ids = idsIn(value)
  return offered.departments
    .filter(({ id }) => ids.includes(id))
    .map((one) => one.name)
    .join(punctuation[language].list)
}

/** One box for each; an empty one goes along, so that ticking none of them is said too. */
const Departments = (props: Fields) => {
  const { language, offered, values, refused } = props
  const words = people[language]
  const name = 'departments'
  const ticked = idsIn(refused?.typed.departments ?? values.departments)
  const problem = problemOf(props, name)
  const hint = words.departmentsHint
  const [first] = offered.departments
  return (
    <fieldset
      class="field ticks"
      aria-describedby={describedBy({ name, hint, ...(problem ? { problem } : {}) })}
    >
      <legend>{words.departments}</legend>
      <input type="hidden" name={name} value="" />
      <ul>
        {offered.departments.map((one) => (
          <li>
            <label for={`department-${one.id}`}>
              <input
                type="checkbox"
                id={`department-${one.id}`}
                name={name}
                value={one.id}
                checked={ticked.includes(one.id)}
                autofocus={one === first && firstFault(props) === name}
              />
              <bdi>{one.name}</bdi>
            </label>
          </li>
        ))}
      </ul>
      <p class="hint" id={`${name}-hint`}>
        {hint}
      </p>
      {problem && (
        <p class="field-problem" id={`${name}-problem`}>
          {problem}
        </p>
      )}
    </fieldset>
  )
}
