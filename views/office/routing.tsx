import { Button, LinkButton } from '../parts/button'
import { paths } from '../paths'
import { wordsIn } from '../words'
import { punctuation } from '../words/punctuation'
import { routing } from '../words/routing'
import type { MenuEntry, OfficeContext } from './context'
import { departmentPaths, departmentsInMenu } from './departments'
import { OfficeFrame } from './frame'
import { Panel } from './panel'
import { FormRefused } from './refused'
import { type Editable, SettingGroup, VersionField } from './setting-fields'

/** Where it is shown and changed. */
export const routingPath = (id: string) => paths.office.of('departments', id, 'routing')

/** It stands in the menu under departments, and says its own words after something was done. */
export const routingInMenu = {
  ...departmentsInMenu,
  words: {
    en: { title: departmentsInMenu.words.en.title, said: routing.en.said },
    zh: { title: departmentsInMenu.words.zh.title, said: routing.zh.said },
  },
} satisfies MenuEntry

export type RoutingDetails = {
  id: string
  name: string
  form: Editable
  /** Departments that may have who waits too long here, and those that hand such on to this one. */
  others: readonly { id: string; name: string }[]
  from: readonly string[]
  people: readonly {
    id: string
    name: string
    languages: readonly string[]
    skills: readonly string[]
  }[]
}

type Page = OfficeContext & { details: RoutingDetails }

/** Which settings stand together. */
const groups = {
  next: ['headStart', 'vip'],
  who: ['languageRule', 'languageWait', 'skillRule', 'skillWait', 'fairLimit'],
  overflow: ['overflowTo', 'overflowLength', 'overflowWait'],
} as const

/** Who of a department's line is next, and who gets them. */
export const RoutingPage = ({ details, ...context }: Page) => {
  const { language, refused } = context
  const words = routing[language]
  const { id, name } = details
  return (
    <OfficeFrame {...context} title={words.title} parent={{ path: departmentPaths.page(id), name }}>
      <p class="lead">{words.lead}</p>
      <form method="post" action={routingPath(id)} class="office-routing">
        <FormRefused refused={refused} form="routing" language={language} />
        <VersionField version={details.form.version} />
        {(Object.keys(groups) as (keyof typeof groups)[]).map((group) => (
          <Group {...context} details={details} group={group} />
        ))}
        <div class="actions">
          <Button tone="primary">{wordsIn(language).office.save}</Button>
        </div>
      </form>
      <People {...context} details={details} />
    </OfficeFrame>
  )
}

const Group = ({ group, details, refused, language }: Page & { group: keyof typeof groups }) => {
  const words = routing[language]
  const { form, others, from } = details
  const comesFrom =
    group === 'overflow' && from.length > 0
      ? words.comesFrom(from.join(punctuation[language].list))
      : ''
  return (
    <Panel id={group} title={words[group]} hint={words[`${group}Hint`]}>
      {comesFrom && <p>{comesFrom}</p>}
      <div class="stack">
        <SettingGroup
          {...form}
          keys={groups[group]}
          options={{
            overflowTo: [
              { value: '', label: words.none },
              ...others.map((one) => ({ value: one.id, label: one.name })),
            ],
          }}
          words={words.settings}
          refused={refused?.form === 'routing' ? refused : undefined}
          language={language}
        />
      </div>
    </Panel>
  )
}

/** What those who answer here speak and are good at. */
const People = ({ details, language }: Page) => {
  const words = routing[language]
  const { list } = punctuation[language]
  const { people } = details
  return (
    <Panel
      id="people"
      title={words.people}
      hint={people.length > 0 ? words.peopleHint : words.peopleNone}
    >
      {people.length > 0 && (
        <ul class="office-brings">
          {people.map(({ name, languages, skills }) => (
            <li>
              <bdi>{name}</bdi>{' '}
              <small>
                {languages.length > 0 ? words.speaks(languages.join(list)) : words.speaksAny}
                {skills.length > 0 && (
                  <>
                    {punctuation[language].between}
                    {words.goodAt(skills.join(list))}
                  </>
                )}
              </small>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

/** On the page of its department: what holds, and the way to change it. */
export const RoutingPanel = ({
  id,
  values,
  overflowsTo,
  language,
}: Pick<OfficeContext, 'language'> & {
  id: string
  values: Readonly<Record<string, string>>
  overflowsTo: string | undefined
}) => {
  const words = routing[language]
  const { headStart = '' } = values
  const said = [
    headStart === '0s' ? words.summaryAlike : words.summary(headStart),
    ...(overflowsTo === undefined ? [] : [words.overflowsTo(overflowsTo)]),
  ]
  return (
    <Panel id="routing" title={words.title} hint={words.lead}>
      <p>{said.join(punctuation[language].between)}</p>
      <LinkButton href={routingPath(id)}>{words.edit}</LinkButton>
    </Panel>
  )
}
