import { Button } from '../../parts/button'
import { previewScripts } from '../../scripts'
import { exactTime } from '../../words'
import { htmlLang, ownName } from '../../words/language'
import { texts } from '../../words/texts'
import type { OfficeContext, Refused } from '../context'
import { OfficeFrame } from '../frame'
import { FormRefused } from '../refused'
import { frameOf, Gaps, shownFirst, TextFields, wordsNow } from './fields'
import type { TextLine } from './lines'
import { textPaths } from './paths'

type Page = OfficeContext & {
  /** The text in every language. */
  lines: readonly TextLine[]
}

/** One text, in all languages one under another, each with how it would be read. */
export const TextPage = ({ lines, ...context }: Page) => {
  const { language } = context
  const words = texts[language]
  const own = lines.find((line) => line.language === language) ?? lines[0]
  if (!own) return null
  const group = words.groups[own.group]
  return (
    <OfficeFrame
      {...context}
      title={own.word}
      parent={{ path: textPaths.list, name: words.title }}
      aside={<span class="aside">{group.title}</span>}
      scripts={previewScripts}
    >
      <p class="panel-hint">{group.where}</p>
      {lines.map((line) => (
        <Editor {...context} line={line} />
      ))}
    </OfficeFrame>
  )
}

type One = OfficeContext & { line: TextLine }

const Editor = ({ line, ...context }: One) => {
  const { language, refused } = context
  const words = texts[language]
  const id = `text-${line.language}`
  return (
    <section class="panel text-editor" aria-labelledby={id}>
      <div class="text-edit">
        <h2 id={id}>{ownName[line.language]}</h2>
        <p class="panel-hint">
          {line.last
            ? words.byWhom(
                line.last.byName,
                exactTime(line.last.at, context.now, context.zone, language),
              )
            : words.asBuiltIn}
        </p>
        <form method="post" action={textPaths.change(line.word, line.language)} class="stack">
          <FormRefused refused={refused} form={line.language} language={language} />
          <input type="hidden" name="version" value={line.version} />
          {/* What Enter presses is the first of its buttons, and that is to save. */}
          <button type="submit" hidden aria-label={words.save} />
          <TextFields {...{ line, refused, language }} />
          <Gaps line={line} language={language} />
          <div class="actions">
            <Button tone="primary">{words.save}</Button>
            {line.changed && (
              <Button to={textPaths.reset(line.word, line.language)} unchecked>
                {words.reset}
              </Button>
            )}
          </div>
        </form>
      </div>
      <div class="text-shown">
        <iframe
          name={frameOf(line)}
          title={words.previewIn(ownName[line.language])}
          src={previewOf(line, refused)}
          sandbox="allow-same-origin"
          lang={htmlLang[line.language]}
          loading="lazy"
        />
        <p class="hint">{words.previewHint}</p>
      </div>
    </section>
  )
}

/** With what was typed, where that was not taken. */
const previewOf = (line: TextLine, refused: Refused | undefined): string =>
  textPaths.previewOf(line.word, line.language, {
    form: shownFirst(line, refused),
    ...(refused ? wordsNow(line, refused) : {}),
  })
