import { describedBy, Field } from '../parts/fields/field'
import { cards } from '../words/cards'
import type { Language } from '../words/language'

type ImageFieldProps = {
  language: Language
  /** Why the card did not go, and which field is at fault. */
  problem?: { says: string; field: string | undefined }
}

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
