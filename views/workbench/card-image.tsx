import { describedBy, Field } from '../parts/fields/field'
import { cards } from '../words/cards'
import type { CardFieldsProps } from './card-page'

type ImageFieldProps = Pick<CardFieldsProps, 'problem' | 'language'>

/** One picture, which is chosen again where the card did not go: a page can keep none. */
export const CardImageField = ({ problem, language }: ImageFieldProps) => {
  const words = cards[language]
  const field = {
    ...{ name: 'image', id: 'card-image', hint: words.imageHint },
    problem: problem?.field === 'image' ? problem.says : undefined,
  }
  return (
    <Field {...field} label={words.image} aside={words.optional}>
      <input
        id="field-card-image"
        name="image"
        type="file"
        accept="image/jpeg,image/png,image/gif,image/webp"
        aria-invalid={field.problem ? 'true' : undefined}
        aria-describedby={describedBy(field)}
      />
    </Field>
  )
}
