import { type Macro, type MacroAct, macroLimits } from '../../actors/canned/macro'
import { TextField } from '../parts/fields/field'
import { SelectField } from '../parts/fields/select-field'
import { sentenceFor } from '../words'
import type { Language } from '../words/language'
import { punctuation } from '../words/punctuation'
import { rules } from '../words/rules'
import { actLabel } from '../workbench/act-labels'
import { ActValue, actChoices, actValueSays } from './act-value'
import type { Refused } from './context'

export type MacroFieldsProps = {
  language: Language
  macro?: Macro
  departments: readonly { id: string; name: string }[]
  /** Every act there is, by its name. */
  acts: readonly string[]
  refused?: Refused
}

/** Empty rows behind those that are in use: who needs more saves first. */
const SPARE_ROWS = 3

/** What a form holds, as it was typed or as it is saved. */
const typedOf = ({ macro, refused }: MacroFieldsProps): Readonly<Record<string, string>> => {
  const saved: Record<string, string> = {
    name: macro?.name ?? '',
    departments: macro?.departments.join(',') ?? '',
  }
  for (const [at, { does, value }] of (macro?.acts ?? []).entries()) {
    saved[`act.${at + 1}`] = does
    saved[`value.${at + 1}`] = value
  }
  return refused ? { ...saved, ...refused.typed } : saved
}

export const MacroFields = (props: MacroFieldsProps) => {
  const { language, macro, departments, refused } = props
  const words = rules[language]
  const typed = typedOf(props)
  const fault = refused?.problem.field ?? ''
  const says = refused && sentenceFor(refused.problem, language)
  return (
    <>
      {macro && <input type="hidden" name="version" value={macro.version} />}
      <TextField
        name="name"
        label={words.name}
        required
        autocomplete="off"
        value={typed.name}
        problem={fault === 'name' ? says : undefined}
        autofocus={fault === 'name'}
      />
      <Acts {...props} typed={typed} />
      <SelectField
        name="departments"
        label={words.departments}
        value={typed.departments}
        problem={fault === 'departments' ? says : undefined}
        options={[
          { value: '', label: words.everybody },
          ...several(macro, departments),
          ...departments.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </>
  )
}

type ActsProps = MacroFieldsProps & { typed: Readonly<Record<string, string>> }

/** What it does, one act after the other; as it was typed, what somebody else saved stands above. */
const Acts = (props: ActsProps) => {
  const { language, macro, departments, refused, typed } = props
  const words = rules[language]
  const isStale = refused?.problem.reason === 'changedMeanwhile'
  const fault = refused?.problem.field ?? ''
  const says = refused && sentenceFor(refused.problem, language)
  const rows = Math.min(macroLimits.acts, usedRows(typed) + SPARE_ROWS)
  return (
    <fieldset class="macro-acts" data-choices={actChoices(props.acts, { language, departments })}>
      <legend>{words.acts}</legend>
      <p class="hint">{words.actsHint}</p>
      {isStale && macro && (
        <p class="field-problem">
          {words.savedMeanwhile}{' '}
          {macro.acts.map((act) => actSays(act, language)).join(punctuation[language].between)}
        </p>
      )}
      {Array.from({ length: rows }, (_, at) => at + 1).map((nth) => (
        <Row
          {...{ ...props, nth }}
          problem={/^(act|value)\.\d+$/.test(fault) && fault.endsWith(`.${nth}`) ? says : undefined}
        />
      ))}
    </fieldset>
  )
}

/** How an act reads in a list. */
export const actSays = ({ does, value }: MacroAct, language: Language): string =>
  [actLabel(does, language), actValueSays(does, value, language)]
    .filter(Boolean)
    .join(punctuation[language].colon)

const usedRows = (typed: Readonly<Record<string, string>>): number =>
  Math.max(
    0,
    ...Object.entries(typed).map(([name, value]) =>
      value !== '' && /^(act|value)\.\d+$/.test(name) ? Number(name.split('.')[1]) : 0,
    ),
  )

const several = (macro: Macro | undefined, all: MacroFieldsProps['departments']) => {
  const ids = macro?.departments ?? []
  if (ids.length < 2) return []
  const label = ids.map((id) => all.find((one) => one.id === id)?.name ?? id).join(', ')
  return [{ value: ids.join(','), label }]
}

type RowProps = ActsProps & { nth: number; problem: string | undefined }

const Row = ({ language, acts, departments, nth, typed, problem }: RowProps) => {
  const words = rules[language]
  const name = `act.${nth}`
  const chosen = typed[name] ?? ''
  return (
    <div class="field macro-act">
      <SelectField
        name={name}
        label={words.act(nth)}
        value={chosen}
        problem={problem}
        autofocus={problem !== undefined}
        options={[
          { value: '', label: words.nothing },
          ...acts.map((does) => ({ value: does, label: actLabel(does, language) })),
        ]}
      />
      <ActValue
        {...{ language, departments, does: chosen }}
        name={`value.${nth}`}
        label={words.value(nth)}
        value={typed[`value.${nth}`] ?? ''}
      />
    </div>
  )
}
