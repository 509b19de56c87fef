import { Button } from '../../parts/button'
import { SelectField } from '../../parts/fields/select-field'
import { sentenceFor, wordsIn } from '../../words'
import { punctuation } from '../../words/punctuation'
import { tags } from '../../words/tags'
import type { OfficeContext } from '../context'
import { OfficeFrame } from '../frame'
import { Panel } from '../panel'
import { FormRefused } from '../refused'
import { Removal } from '../removal'
import { type TagDetails, tagPaths } from './details'
import { TagFields } from './fields'

type Page = OfficeContext & { tag: TagDetails }

/** One tag: what it is, what it was called, another that it is the same as, and its end. */
export const TagPage = ({ tag, ...context }: Page) => {
  const { language, refused } = context
  const words = tags[language]
  return (
    <OfficeFrame
      {...context}
      title={tag.name}
      parent={{ path: tagPaths.list, name: words.title }}
      aside={<span class="aside">{words.usesOf(tag.uses)}</span>}
    >
      <Change {...context} tag={tag} />
      {tag.others.length > 0 && <Merge {...context} tag={tag} />}
      <Removal
        action={tagPaths.removal(tag.id)}
        {...{ name: tag.name, words, refused, language }}
      />
    </OfficeFrame>
  )
}

const Change = ({ tag, refused, language }: Page) => {
  const words = tags[language]
  const again = refused?.form === 'revision' ? refused : undefined
  return (
    <Panel id="tag" title={words.change} hint={tag.isFree ? words.freeHint : words.changeHint}>
      <form method="post" action={tagPaths.revision(tag.id)} class="stack">
        <FormRefused refused={refused} form="revision" language={language} />
        <input type="hidden" name="version" value={tag.version} />
        <TagFields tag={tag} language={language} {...(again ? { refused: again } : {})} />
        {tag.former.length > 0 && (
          <p class="hint">
            {words.former}
            {punctuation[language].colon}
            {tag.former.join(punctuation[language].list)}
          </p>
        )}
        <div class="actions">
          <Button tone="primary">
            {tag.isFree ? words.createDo : wordsIn(language).office.save}
          </Button>
        </div>
      </form>
    </Panel>
  )
}

const Merge = ({ tag, refused, language }: Page) => {
  const words = tags[language]
  const again = refused?.form === 'merge' ? refused : undefined
  const problem = again?.problem.field === 'into' ? sentenceFor(again.problem, language) : undefined
  return (
    <Panel id="merge" title={words.merge} hint={words.mergeHint}>
      <form method="post" action={tagPaths.merge(tag.id)} class="stack">
        <FormRefused refused={refused} form="merge" language={language} />
        <SelectField
          name="into"
          label={words.into}
          problem={problem}
          autofocus={problem !== undefined}
          value={again?.typed.into ?? ''}
          options={tag.others.map((name) => ({ value: name, label: name }))}
        />
        <div class="actions">
          <Button>{words.mergeDo}</Button>
        </div>
      </form>
    </Panel>
  )
}
