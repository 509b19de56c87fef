import { attributeTypes, type Profile } from '../../../actors/visitor/profile'
import { Button } from '../../parts/button'
import { TextField } from '../../parts/fields/field'
import { SelectField } from '../../parts/fields/select-field'
import { TextArea } from '../../parts/fields/text-area'
import { Icon } from '../../parts/icon'
import { paths } from '../../paths'
import { wordsIn } from '../../words'
import type { Language } from '../../words/language'

type EditVisitor = {
  language: Language
  conversation: string
  name: string
  email: string
  profile: Profile
  /** Of what the form was made from: another one takes the place of what somebody has open. */
  version: string
}

/** The card's own form: what is known, and one attribute more. */
export const EditVisitor = ({ conversation, version, ...known }: EditVisitor) => {
  const words = wordsIn(known.language).visitors
  const action = paths.workbench.visitor(conversation)
  return (
    <details id={`edit-visitor-${version}`} class="edit-visitor" hx-morph-skip="">
      <summary class="button plain">
        <Icon name="pencil" />
        {words.edit}
      </summary>
      <form method="post" action={action} class="stack">
        <p class="form-problem" role="alert" />
        <Fields {...known} />
        <Button tone="primary">{words.save}</Button>
      </form>
      <form method="post" action={action} class="stack" data-clears="">
        <p class="form-problem" role="alert" />
        <AttributeFields language={known.language} />
        <Button>{words.keep}</Button>
      </form>
    </details>
  )
}

const Fields = ({
  language,
  name,
  email,
  profile,
}: Omit<EditVisitor, 'conversation' | 'version'>) => {
  const { visitors: words, workbench } = wordsIn(language)
  return (
    <>
      <TextField name="name" label={workbench.name} value={name} autocomplete="off" />
      <TextField
        name="email"
        type="email"
        label={workbench.email}
        value={email}
        autocomplete="off"
      />
      <TextField name="phone" label={words.phone} value={profile.phone} autocomplete="off" />
      <TextField name="company" label={words.company} value={profile.company} autocomplete="off" />
      <TextField
        name="tags"
        label={words.tags}
        hint={words.tagsHint}
        value={profile.tags.join(', ')}
        autocomplete="off"
      />
      <TextArea
        name="notes"
        label={words.notes}
        hint={words.notesHint}
        value={profile.notes}
        rows={3}
      />
    </>
  )
}

const AttributeFields = ({ language }: { language: Language }) => {
  const words = wordsIn(language).visitors
  const options = attributeTypes.map((type) => ({ value: type, label: words.types[type] }))
  return (
    <>
      <TextField
        name="attribute"
        label={words.attribute}
        hint={words.attributeHint}
        required
        autocomplete="off"
      />
      <SelectField name="type" label={words.attributeType} options={options} />
      <TextField name="value" label={words.value} hint={words.valueHint} autocomplete="off" />
    </>
  )
}
