import type { AgentStatus } from '../../actors/summary'
import { Avatar } from '../parts/avatar'
import { Button, LinkButton } from '../parts/button'
import { SelectField } from '../parts/fields/select-field'
import { Icon } from '../parts/icon'
import { wordsIn } from '../words'
import { departments } from '../words/departments'
import { forms } from '../words/forms'
import { awayWords } from '../words/me'
import { people as peopleWords } from '../words/people'
import { punctuation } from '../words/punctuation'
import type { OfficeContext } from './context'
import { departmentPaths } from './departments'
import { Panel } from './panel'
import { peoplePaths } from './people-paths'
import { FormRefused } from './refused'

/** One who belongs to a department, with the link that leads a visitor to them. */
export type DepartmentPerson = {
  id: string
  name: string
  status: AgentStatus
  awayFor?: string
  link?: string
  /** They answer elsewhere too: nobody answers nowhere. */
  canLeave: boolean
}

type Props = Pick<OfficeContext, 'language' | 'menu' | 'refused'> & {
  id: string
  people: readonly DepartmentPerson[]
  others: readonly { id: string; name: string }[]
  isRemoved: boolean
}

/** Who answers in a department, and the way to say who else does, or no more, for whoever may. */
export const DepartmentPeople = (props: Props) => {
  const { id, people, others, isRemoved, language, menu, refused } = props
  const words = departments[language]
  const mayChoose = menu.some(({ path }) => path === peoplePaths.list)
  const linked = people.some(({ link }) => link) ? forms[language].linksHint : undefined
  const hint = people.length === 0 ? words.peopleNone : linked
  return (
    <Panel id="people" title={words.people} hint={hint}>
      <FormRefused refused={refused} form="people" language={language} />
      {people.length > 0 && (
        <ul class="office-people">
          {people.map((person) => (
            <Person {...person} department={id} mayLeave={mayChoose} language={language} />
          ))}
        </ul>
      )}
      {mayChoose && others.length > 0 && !isRemoved && (
        <form method="post" action={departmentPaths.people(id)} class="office-join">
          <SelectField
            name="person"
            label={words.join}
            options={others.map((one) => ({ value: one.id, label: one.name }))}
          />
          <Button icon="plus">{words.joinDo}</Button>
        </form>
      )}
      {mayChoose && <LinkButton href={peoplePaths.list}>{peopleWords[language].title}</LinkButton>}
    </Panel>
  )
}

type Line = DepartmentPerson & Pick<Props, 'language'> & { department: string; mayLeave: boolean }

const Person = ({ link, department, mayLeave, ...person }: Line) => {
  const { id, name, status, awayFor, canLeave, language } = person
  const words = departments[language]
  return (
    <li data-status={status}>
      <Avatar id={id} name={name} small />
      <bdi>{name}</bdi>{' '}
      <small>
        <span class="light" />
        {wordsIn(language).workbench[status]}
        {awayFor && (
          <>
            {punctuation[language].colon}
            <bdi>{awayWords(awayFor, language)}</bdi>
          </>
        )}
        {mayLeave && !canLeave && (
          <>
            {punctuation[language].between}
            {words.onlyHere}
          </>
        )}
      </small>{' '}
      {link && (
        <a class="button quiet" href={link}>
          {forms[language].link}
          <span class="sr"> {name}</span>
        </a>
      )}
      {mayLeave && canLeave && (
        <form method="post" action={departmentPaths.leaving(department, id)}>
          <button class="button quiet" type="submit" aria-label={words.leave(name)}>
            <Icon name="x" />
          </button>
        </form>
      )}
    </li>
  )
}
