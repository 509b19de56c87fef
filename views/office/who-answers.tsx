import type { AgentStatus } from '../../actors/summary'
import { Avatar } from '../parts/avatar'
import { LinkButton } from '../parts/button'
import { wordsIn } from '../words'
import { forms } from '../words/forms'
import { awayWords } from '../words/me'
import { people as peopleWords } from '../words/people'
import { punctuation } from '../words/punctuation'
import type { OfficeContext } from './context'
import { Panel } from './panel'
import { peoplePaths } from './people-paths'

/** One who belongs to a department, with the link that leads a visitor to them. */
export type DepartmentPerson = {
  id: string
  name: string
  status: AgentStatus
  awayFor?: string
  link?: string
}

type Props = Pick<OfficeContext, 'language' | 'menu'> & {
  people: readonly DepartmentPerson[]
  /** What the part is called, and what it says while nobody answers there. */
  title: string
  none: string
}

/** Who answers in a department, and the way to where that is set for whoever may set it. */
export const DepartmentPeople = ({ people, title, none, language, menu }: Props) => {
  const linked = people.some(({ link }) => link) ? forms[language].linksHint : undefined
  const hint = people.length === 0 ? none : linked
  return (
    <Panel id="people" title={title} hint={hint}>
      {people.length > 0 && (
        <ul class="office-people">
          {people.map((person) => (
            <Person {...person} language={language} />
          ))}
        </ul>
      )}
      {menu.some(({ path }) => path === peoplePaths.list) && (
        <LinkButton href={peoplePaths.list}>{peopleWords[language].title}</LinkButton>
      )}
    </Panel>
  )
}

const Person = (person: DepartmentPerson & Pick<Props, 'language'>) => {
  const { id, name, status, awayFor, link, language } = person
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
      </small>{' '}
      {link && (
        <a class="button quiet" href={link}>
          {forms[language].link}
          <span class="sr"> {name}</span>
        </a>
      )}
    </li>
  )
}
