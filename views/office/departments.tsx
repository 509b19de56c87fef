import network from 'lucide-static/icons/network.svg' with { type: 'text' }
import type { DepartmentSettings } from '../../actors/department/settings'
import { Act, Button, LinkButton } from '../parts/button'
import { TextField } from '../parts/fields/field'
import { drawn } from '../parts/icon'
import { Chip } from '../parts/marks'
import { paths } from '../paths'
import { sentenceFor } from '../words'
import { departments } from '../words/departments'
import type { Language } from '../words/language'
import { punctuation } from '../words/punctuation'
import type { MenuEntry, OfficeContext } from './context'
import { OfficeFrame } from './frame'
import { Panel } from './panel'
import { OfficeRow } from './row'

/** Where they are, and one of them, and what is done to it. */
export const departmentPaths = {
  list: paths.office.of('departments'),
  page: (id: string) => paths.office.of('departments', id),
  settings: (id: string) => paths.office.of('departments', id, 'settings'),
  name: (id: string) => paths.office.of('departments', id, 'name'),
  isDefault: (id: string) => paths.office.of('departments', id, 'default'),
  removal: (id: string) => paths.office.of('departments', id, 'removal'),
  restoration: (id: string) => paths.office.of('departments', id, 'restoration'),
  people: (id: string) => paths.office.of('departments', id, 'people'),
  leaving: (id: string, person: string) =>
    paths.office.of('departments', id, 'people', person, 'removal'),
} as const

export const departmentsInMenu = {
  path: departmentPaths.list,
  icon: drawn(network),
  words: departments,
} satisfies MenuEntry

/** A department as the office lists it. */
export type DepartmentLine = {
  id: string
  name: string
  settings: DepartmentSettings
  /** How many belong to it who may answer, and how many of them are on duty now. */
  agents: number
  onDuty: number
  /** Whether who names no department comes here: yes, no, or as soon as it has agents. */
  isDefault: 'yes' | 'no' | 'withAgents'
}

export type DepartmentLists = {
  active: readonly DepartmentLine[]
  removed: readonly DepartmentLine[]
}

type Page = OfficeContext & { lists: DepartmentLists }

/** Every department there is, and the way to another. */
export const DepartmentsPage = ({ lists, ...context }: Page) => {
  const words = departments[context.language]
  const { active, removed } = lists
  return (
    <OfficeFrame
      {...context}
      title={words.title}
      aside={<span class="aside">{words.count(active.length)}</span>}
      acts={
        active.length > 1 && (
          <LinkButton href="#field-name" icon="plus">
            {words.create}
          </LinkButton>
        )
      }
    >
      <ul class="office-rows panel">
        {active.map((line) => (
          <Row language={context.language} line={line} />
        ))}
      </ul>
      <Create {...context} isFirst={active.length < 2} />
      {removed.length > 0 && <Removed language={context.language} lines={removed} />}
    </OfficeFrame>
  )
}

const Row = ({ line, language }: { line: DepartmentLine; language: Language }) => {
  const words = departments[language]
  const { acceptance, strategy } = words.settings
  return (
    <OfficeRow
      href={departmentPaths.page(line.id)}
      name={
        <>
          <bdi>{line.name}</bdi>
          <DefaultMark line={line} language={language} />
        </>
      }
      end={<Duty line={line} language={language} />}
    >
      {acceptance.choices[line.settings.acceptance]}
      {punctuation[language].between}
      {strategy.choices[line.settings.strategy]}
      <VisitorNames {...line} language={language} />
    </OfficeRow>
  )
}

/** What visitors read in their languages, where that is another name. */
const VisitorNames = ({
  name,
  settings: { nameEn, nameZh },
  language,
}: Pick<DepartmentLine, 'name' | 'settings'> & { language: Language }) => {
  const others = [...new Set([nameEn, nameZh])].filter((each) => each !== '' && each !== name)
  return others.map((each) => (
    <>
      {punctuation[language].between}
      <bdi>{each}</bdi>
    </>
  ))
}

/** Who answers there now, in figures. */
const Duty = ({ line, language }: { line: DepartmentLine; language: Language }) => {
  const words = departments[language]
  return (
    <span class="office-row-end" data-status={line.onDuty > 0 ? 'ready' : undefined}>
      <span class="light" />
      {line.agents === 0 ? words.nobody : words.onDuty(line.onDuty, line.agents)}
    </span>
  )
}

/** Whether who names no department comes here. */
export const DefaultMark = ({ line, language }: { line: DepartmentLine; language: Language }) => {
  const words = departments[language]
  if (line.isDefault === 'no') return null
  return line.isDefault === 'yes' ? (
    <Chip tone="brand">{words.default}</Chip>
  ) : (
    <Chip tone="warn">{words.defaultLater}</Chip>
  )
}

const visitorNameFields = ['nameEn', 'nameZh'] as const

const Create = ({ language, refused, isFirst }: OfficeContext & { isFirst: boolean }) => {
  const words = departments[language]
  const again = refused?.form === 'creation' ? refused : undefined
  const field = visitorNameFields.find((one) => one === again?.problem.field) ?? 'name'
  const says = (name: string) =>
    again && field === name ? sentenceFor(again.problem, language) : undefined
  return (
    <Panel id="new" title={words.create} hint={isFirst ? words.createFirst : words.createHint}>
      <form method="post" action={departmentPaths.list} class="stack">
        <TextField
          name="name"
          label={words.name}
          hint={words.nameHint}
          required
          autocomplete="off"
          value={again?.typed.name}
          problem={says('name')}
          autofocus={says('name') !== undefined}
        />
        {visitorNameFields.map((name) => (
          <TextField
            name={name}
            label={words.settings[name].label}
            hint={words.groups.named.hint}
            autocomplete="off"
            value={again?.typed[name]}
            problem={says(name)}
            autofocus={says(name) !== undefined}
          />
        ))}
        <div class="actions">
          <Button tone="primary">{words.createDo}</Button>
        </div>
      </form>
    </Panel>
  )
}

const Removed = ({ lines, language }: { lines: readonly DepartmentLine[]; language: Language }) => {
  const words = departments[language]
  return (
    <section class="office-removed" aria-labelledby="removed">
      <h2 id="removed">{words.removed}</h2>
      <p class="panel-hint">{words.removedHint}</p>
      <ul class="office-rows panel">
        {lines.map(({ id, name }) => (
          <li class="office-row">
            <a class="office-row-text" href={departmentPaths.page(id)}>
              <bdi>{name}</bdi>
            </a>
            <Act action={departmentPaths.restoration(id)} icon="rotateCcw">
              {words.restore}
              <span class="sr"> {name}</span>
            </Act>
          </li>
        ))}
      </ul>
    </section>
  )
}
