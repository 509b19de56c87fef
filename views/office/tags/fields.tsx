import { tagColors, tagListLimits } from '../../../actors/tag'
import { TextField } from '../../parts/fields/field'
import { SelectField } from '../../parts/fields/select-field'
import { sentenceFor, wordsIn } from '../../words'
import { tags } from '../../words/tags'
import type { OfficeContext, Refused } from '../context'
import type { TagDetails } from './details'

type Fields = Pick<OfficeContext, 'language'> & {
  tag?: Pick<TagDetails, 'name' | 'color' | 'description'>
  refused?: Refused
}

/** What a tag is; after a refusal as it was typed, with what somebody else saved meanwhile. */
export const TagFields = ({ tag, refused, language }: Fields) => {
  const words = tags[language]
  const { problem, typed } = refused ?? {}
  const isStale = problem?.reason === 'changedMeanwhile'
  const problemOf = (field: 'name' | 'color' | 'description'): string | undefined => {
    if (!isStale)
      return problem && problem.field === field ? sentenceFor(problem, language) : undefined
    const saved = tag?.[field] ?? ''
    if (typed?.[field] === saved) return undefined
    const shown = field === 'color' ? words.colors[tag?.color ?? 'plain'] : saved
    return wordsIn(language).office.savedMeanwhile(shown || '–')
  }
  const one = (name: 'name' | 'color' | 'description') => ({
    ...{ name, value: typed?.[name] ?? tag?.[name] ?? '', problem: problemOf(name) },
    autofocus: refused !== undefined && problemOf(name) !== undefined,
  })
  return (
    <>
      <TextField
        {...one('name')}
        label={words.name}
        hint={words.nameHint(tagListLimits.name)}
        required
        autocomplete="off"
      />
      <SelectField
        {...one('color')}
        value={one('color').value || 'plain'}
        label={words.color}
        options={tagColors.map((value) => ({ value, label: words.colors[value] }))}
      />
      <TextField
        {...one('description')}
        label={words.description}
        hint={words.descriptionHint(tagListLimits.description)}
        autocomplete="off"
      />
    </>
  )
}
