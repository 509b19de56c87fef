import { attributeTypes } from '../../../actors/visitor/profile'
import { Button } from '../../parts/button'
import { TextField } from '../../parts/fields/field'
import { SelectField } from '../../parts/fields/select-field'
import { TextArea } from '../../parts/fields/text-area'
import { sentenceFor, wordsIn } from '../../words'
import { punctuation } from '../../words/punctuation'
import { visitorOffice } from '../../words/visitor-office'
import { Panel } from '../panel'
import { FormRefused } from '../refused'
import type { VisitorProps } from './details'
import { visitorPaths } from './list'

const keys = ['name', 'email', 'phone', 'company', 'tags', 'notes'] as const
type Key = (typeof keys)[number]

/** What is known of a visitor, to be changed; and one attribute more. */
export const VisitorForms = (props: VisitorProps) => {
  const words = visitorOffice[props.language]
  return (
    <>
      <Panel id="edit" title={words.edit}>
        <Details {...props} />
      </Panel>
      <Panel
        id="more"
        title={words.attributes}
        hint={wordsIn(props.language).visitors.attributeHint}
      >
        <AttributeForm {...props} />
      </Panel>
    </>
  )
}

const valuesOf = ({ details: { row, profile }, language }: VisitorProps): Record<Key, string> => ({
  ...{ name: row.name, email: row.email, phone: profile.phone, company: profile.company },
  ...{ tags: profile.tags.join(punctuation[language].list), notes: profile.notes },
})

/** What stands in a field, and what is wrong with it: what is saved now where others saved meanwhile. */
const fieldsOf = (props: VisitorProps) => {
  const { refused, language } = props
  const values = valuesOf(props)
  const again = refused?.form === 'details' ? refused : undefined
  const isStale = again?.problem.reason === 'changedMeanwhile'
  const differs = (key: Key) => (again?.typed[key] ?? values[key]) !== values[key]
  const first = isStale ? keys.find(differs) : again?.problem.field
  const problemOf = (key: Key): string | undefined => {
    if (isStale)
      return differs(key) ? wordsIn(language).office.savedMeanwhile(values[key]) : undefined
    return again?.problem.field === key ? sentenceFor(again.problem, language) : undefined
  }
  return (key: Key) => {
    const problem = problemOf(key)
    return {
      ...{ name: key, value: again?.typed[key] ?? values[key], autofocus: first === key },
      ...(problem === undefined ? {} : { problem }),
    }
  }
}

const Details = (props: VisitorProps) => {
  const { details, refused, language } = props
  const { visitors: words, workbench } = wordsIn(language)
  const field = fieldsOf(props)
  const isOff = 'off'
  return (
    <form method="post" action={visitorPaths.details(details.row.id)} class="stack">
      <FormRefused refused={refused} form="details" language={language} />
      <input type="hidden" name="version" value={details.version} />
      <TextField {...field('name')} label={workbench.name} autocomplete={isOff} />
      <TextField {...field('email')} type="email" label={workbench.email} autocomplete={isOff} />
      <TextField {...field('phone')} label={words.phone} autocomplete={isOff} />
      <TextField {...field('company')} label={words.company} autocomplete={isOff} />
      <TextField {...field('tags')} label={words.tags} hint={words.tagsHint} autocomplete={isOff} />
      <TextArea {...field('notes')} label={words.notes} hint={words.notesHint} rows={4} />
      <div class="actions">
        <Button tone="primary">{visitorOffice[language].save}</Button>
      </div>
    </form>
  )
}

const AttributeForm = ({ details, refused, language }: VisitorProps) => {
  const words = wordsIn(language).visitors
  const again = refused?.form === 'attribute' ? refused : undefined
  const isStale = again?.problem.reason === 'changedMeanwhile'
  const saved = details.profile.attributes[again?.typed.attribute ?? '']?.value ?? '–'
  const problemOf = (key: string) => {
    if (isStale) return key === 'value' ? wordsIn(language).office.savedMeanwhile(saved) : undefined
    return again?.problem.field === key ? sentenceFor(again.problem, language) : undefined
  }
  const options = attributeTypes.map((type) => ({ value: type, label: words.types[type] }))
  const field = (key: 'attribute' | 'value') => {
    const problem = problemOf(key)
    return {
      ...{ name: key, value: again?.typed[key] ?? '', autofocus: problem !== undefined },
      ...(problem === undefined ? {} : { problem }),
    }
  }
  return (
    <form method="post" action={visitorPaths.attribute(details.row.id)} class="stack">
      <FormRefused refused={refused} form="attribute" language={language} />
      <input type="hidden" name="version" value={details.attributesVersion} />
      <TextField {...field('attribute')} label={words.attribute} required autocomplete="off" />
      <SelectField
        name="type"
        label={words.attributeType}
        options={options}
        value={String(again?.typed.type ?? 'text')}
      />
      <TextField
        {...field('value')}
        label={words.value}
        hint={words.valueHint}
        autocomplete="off"
      />
      <div class="actions">
        <Button>{words.keep}</Button>
      </div>
    </form>
  )
}
