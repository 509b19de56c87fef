import { labelOf } from '../../actors/form/field'
import { Act, Button, LinkButton } from '../parts/button'
import { TextField } from '../parts/fields/field'
import { Chip } from '../parts/marks'
import { sentenceFor, wordsIn } from '../words'
import { departments } from '../words/departments'
import { forms } from '../words/forms'
import { hours, weekdayName } from '../words/hours'
import { punctuation } from '../words/punctuation'
import { routing } from '../words/routing'
import { statechart } from '../words/statechart'
import { wrapUp } from '../words/wrap-up'
import type { OfficeContext } from './context'
import { HowItWorks, settingGroupNames } from './department-settings'
import { DefaultMark, type DepartmentLine, departmentPaths } from './departments'
import { formPaths } from './forms'
import { OfficeFrame } from './frame'
import { hoursPaths } from './hours'
import { Panel } from './panel'
import { FormRefused } from './refused'
import { Removal } from './removal'
import { RoutingPanel } from './routing'
import { type SectionLink, SectionLinks } from './section-links'
import type { Editable } from './setting-fields'
import { statePaths } from './statechart/state-paths'
import { DepartmentPeople, type DepartmentPerson } from './who-answers'
import { wrapUpPaths } from './wrap-up'

export type DepartmentDetails = DepartmentLine & {
  isRemoved: boolean
  /** Those who belong to it, by name. */
  people: readonly DepartmentPerson[]
  /** Those who do not, by name. */
  others: readonly { id: string; name: string }[]
  /** Conversations of it that are open. */
  open: number
  /** No other one can be chosen. */
  isOnly: boolean
  form: Editable
  /** How routing is set, as it would be typed, and the name of the department that it overflows to. */
  routing: Editable['values']
  overflowsTo: string | undefined
  /** What the form of its name was made from. */
  nameVersion: string
}

type Page = OfficeContext & { department: DepartmentDetails }

/** One department: what it is called, who answers there and when, how it works, and its end. */
export const DepartmentPage = ({ department, ...context }: Page) => {
  const { language } = context
  const words = departments[language]
  const { id, isRemoved } = department
  const props = { ...context, department }
  return (
    <OfficeFrame
      {...context}
      title={department.name}
      acts={
        <LinkButton href={statePaths.page('department', id)}>
          {statechart[language].show}
        </LinkButton>
      }
      parent={{ path: departmentPaths.list, name: words.title }}
      aside={
        isRemoved ? (
          <Chip>{words.isRemoved}</Chip>
        ) : (
          <DefaultMark line={department} language={language} />
        )
      }
    >
      <SectionLinks links={sectionsOf(props)} language={language} />
      {isRemoved && <Restore {...props} />}
      <Name {...props} />
      <DepartmentPeople
        {...context}
        id={id}
        people={department.people}
        others={department.others}
        isRemoved={isRemoved}
      />
      <Hours {...props} />
      <RoutingPanel
        id={id}
        values={department.routing}
        overflowsTo={department.overflowsTo}
        language={language}
      />
      <HowItWorks {...context} id={id} form={department.form} />
      <Before {...props} />
      <WrapUp {...props} />
      {!isRemoved && <Default {...props} />}
      {!isRemoved && <Remove {...props} />}
    </OfficeFrame>
  )
}

/** Its parts in their order, by the ids of their headings. */
const sectionsOf = ({ department: { isRemoved }, language }: Page): SectionLink[] => {
  const words = departments[language]
  const ends: SectionLink[] = [
    ['default', words.defaultTitle],
    ['removal', words.remove],
  ]
  return [
    ...(isRemoved ? [['restoration', words.isRemoved] as const] : []),
    ['name', words.name],
    ['people', words.people],
    ['hours', hours[language].title],
    ['routing', routing[language].title],
    ...settingGroupNames.map((group): SectionLink => [group, words.groups[group].title]),
    ['before', forms[language].title],
    ['wrap-up', wrapUp[language].office.title],
    ...(isRemoved ? [] : ends),
  ]
}

const Name = ({ department, refused, language }: Page) => {
  const words = departments[language]
  const again = refused?.form === 'name' ? refused : undefined
  const isStale = again?.problem.reason === 'changedMeanwhile'
  const problem = isStale
    ? wordsIn(language).office.savedMeanwhile(department.name)
    : again && sentenceFor(again.problem, language)
  return (
    <Panel id="name" title={words.name}>
      <form method="post" action={departmentPaths.name(department.id)} class="stack">
        {isStale && <FormRefused refused={refused} form="name" language={language} />}
        <input type="hidden" name="version" value={department.nameVersion} />
        <TextField
          name="name"
          label={words.newName}
          hint={words.nameHint}
          required
          autocomplete="off"
          value={again?.typed.name ?? department.name}
          problem={problem}
          autofocus={again !== undefined}
        />
        <div class="actions">
          <Button>{words.rename}</Button>
        </div>
      </form>
    </Panel>
  )
}

const Before = ({ department, language }: Page) => {
  const words = forms[language]
  return (
    <Panel id="before" title={words.title} hint={words.lead}>
      <LinkButton href={formPaths.page(department.id)}>{words.change}</LinkButton>
    </Panel>
  )
}

const Hours = ({ department, language }: Page) => {
  const words = hours[language]
  const { use, zone, week } = department.settings.hours
  const open = Object.values(week).map((text, nth) =>
    [weekdayName(nth, language, 'short'), text.replaceAll('-', '–') || words.shutAllDay].join(' '),
  )
  return (
    <Panel id="hours" title={words.title} hint={use === 'always' ? undefined : words.uses[use]}>
      <p>
        {use === 'always'
          ? words.uses.always
          : `${open.join(punctuation[language].between)} (${zone})`}
      </p>
      <LinkButton href={hoursPaths.page(department.id)}>{words.edit}</LinkButton>
    </Panel>
  )
}

const WrapUp = ({ department, language }: Page) => {
  const words = wrapUp[language].office
  const { wrapUpFields: fields } = department.settings
  return (
    <Panel id="wrap-up" title={words.title} hint={words.lead}>
      <p>
        {fields.map((field) => labelOf(field, language)).join(punctuation[language].between) ||
          words.none}
      </p>
      <LinkButton href={wrapUpPaths.page(department.id)}>{words.edit}</LinkButton>
    </Panel>
  )
}

const Default = ({ department, refused, language }: Page) => {
  const words = departments[language]
  const { isDefault, id } = department
  return (
    <Panel id="default" title={words.defaultTitle} hint={words.defaultHints[isDefault]}>
      <FormRefused refused={refused} form="default" language={language} />
      {isDefault === 'no' && <Act action={departmentPaths.isDefault(id)}>{words.makeDefault}</Act>}
    </Panel>
  )
}

const Remove = ({ department, refused, language }: Page) => {
  const words = departments[language]
  const { id, name, isOnly, people, open } = department
  const stays = isOnly ? words.onlyOne : words.stillHas(people.length, open)
  return (
    <Removal action={departmentPaths.removal(id)} {...{ name, words, stays, refused, language }} />
  )
}

const Restore = ({ department, refused, language }: Page) => {
  const words = departments[language]
  return (
    <Panel id="restoration" title={words.isRemoved} hint={words.isRemovedHint}>
      <FormRefused refused={refused} form="restoration" language={language} />
      <Act action={departmentPaths.restoration(department.id)} icon="rotateCcw">
        {words.restore}
      </Act>
    </Panel>
  )
}
