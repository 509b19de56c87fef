import type { FieldType, FormField } from '../../actors/form/field'
import { Button } from '../parts/button'
import { TextField } from '../parts/fields/field'
import { SelectField } from '../parts/fields/select-field'
import { TextArea } from '../parts/fields/text-area'
import { Icon } from '../parts/icon'
import { wordsIn } from '../words'
import { forms } from '../words/forms'
import { punctuation } from '../words/punctuation'
import type { OfficeContext } from './context'
import { problemIn, YesNo } from './form-fields'
import { Panel } from './panel'
import { FormRefused } from './refused'

/** The fields of a form as its page has them. */
export type FieldList = {
  fields: readonly FormField[]
  version: string
  /** How many there may be. */
  most: number
  /** Where one is saved, and where one goes. */
  saves: string
  removes: string
  /** Who answers it, and what a key is for. */
  hints: { field: string; key: string }
}

type FieldProps = OfficeContext & {
  list: FieldList
  /** Null for one that is not there yet. */
  field: FormField | null
  nth: number
}

/** Every question of a form, in order, and one more. */
export const FieldPanels = (props: OfficeContext & { list: FieldList }) => {
  const { fields } = props.list
  return (
    <>
      {fields.map((field, nth) => (
        <FieldPanel {...props} field={field} nth={nth} />
      ))}
      <FieldPanel {...props} field={null} nth={fields.length} />
    </>
  )
}

/** One question of a form, to be changed; or one more. */
const FieldPanel = ({ list, field, nth, refused, language }: FieldProps) => {
  const words = forms[language]
  const { version, fields, most, saves, removes, hints } = list
  const own = field?.key ?? ''
  const again = isAbout(refused, fields, own) ? refused : undefined
  const stays = refused?.form === 'removal' && refused.typed.was === own ? refused : undefined
  if (!field && !again && fields.length >= most)
    return <Panel id="new" title={words.field} hint={words.full(most)} />
  const title = field ? field.label[language] || field.label.en || field.label.zh : words.field
  return (
    <Panel
      id={field ? `field-of-${own}` : 'new'}
      title={title}
      hint={field ? undefined : hints.field}
    >
      <details open={!field || again !== undefined || stays !== undefined}>
        <summary class="button quiet">
          {field ? `${own}${punctuation[language].between}${words.types[field.type]}` : words.add}
          <Icon name="chevronDown" />
        </summary>
        <form method="post" action={saves} class="stack">
          <FormRefused refused={again} form="field" language={language} />
          <input type="hidden" name="version" value={version} />
          <input type="hidden" name="was" value={own} />
          <FieldFields {...{ field, nth, language, list, refused: again }} />
          <div class="actions">
            <Button tone={field ? 'plain' : 'primary'}>
              {field ? wordsIn(language).office.save : words.add}
            </Button>
          </div>
        </form>
        {field && (
          <form method="post" action={removes} class="stack">
            <FormRefused refused={stays} form="removal" language={language} />
            <input type="hidden" name="version" value={version} />
            <Button tone="danger" name="was" value={own}>
              {words.remove}
            </Button>
          </form>
        )}
      </details>
    </Panel>
  )
}

/** Whether it was this question's form; what is about none that is there is about a new one. */
const isAbout = (refused: FieldProps['refused'], fields: FieldList['fields'], own: string) => {
  if (refused?.form !== 'field') return false
  const was = refused.typed.was ?? ''
  return was === own || (own === '' && !fields.some(({ key }) => key === was))
}

type Fields = Pick<FieldProps, 'field' | 'nth' | 'language' | 'refused' | 'list'>

const FieldFields = ({ field, nth, language, refused, list }: Fields) => {
  const words = forms[language]
  const values = valuesOf(field, nth)
  const problemOf = problemIn(refused, 'field', language, values)
  // Several forms of a page have the same fields: each has ids of its own.
  const one = (name: string) => ({
    ...{ name, id: `${field?.key ?? 'new'}-${name}`, value: refused?.typed[name] ?? values[name] },
    problem: problemOf(name),
    autocomplete: 'off',
  })
  const types = Object.entries(words.types).map(([value, label]) => ({ value, label }))
  return (
    <>
      <div class="pair">
        <TextField {...one('key')} label={words.key} hint={list.hints.key} required />
        <SelectField {...one('type')} label={words.type} options={types} />
      </div>
      <div class="pair">
        <TextField {...one('label_en')} label={words.label.en} />
        <TextField {...one('label_zh')} label={words.label.zh} />
      </div>
      <div class="pair">
        <TextField {...one('help_en')} label={words.help.en} />
        <TextField {...one('help_zh')} label={words.help.zh} />
      </div>
      <div class="pair">
        <YesNo
          {...one('required')}
          value={one('required').value ?? 'no'}
          label={words.required}
          language={language}
        />
        <TextField {...one('place')} label={words.place} hint={words.placeHint} />
      </div>
      <TextField {...one('pattern')} label={words.pattern} hint={words.patternHint} />
      <TextArea {...one('options')} label={words.options} hint={words.optionsHint} />
    </>
  )
}

const newField: Pick<FormField, 'key' | 'pattern' | 'required' | 'options'> & { type: FieldType } =
  {
    ...{ key: '', type: 'text', pattern: '', required: false, options: [] },
  }
const nothing = { en: '', zh: '' }

const valuesOf = (field: FormField | null, nth: number): Record<string, string> => {
  const { key, type, pattern, required, options, label, help } = {
    ...{ ...newField, label: nothing, help: nothing },
    ...field,
  }
  return {
    ...{ key, type, pattern, required: required ? 'yes' : 'no', place: String(nth + 1) },
    ...{ label_en: label.en, label_zh: label.zh, help_en: help.en, help_zh: help.zh },
    options: options.map((one) => `${one.value} | ${one.label.en} | ${one.label.zh}`).join('\n'),
  }
}
