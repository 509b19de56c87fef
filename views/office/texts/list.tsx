import type { Child } from 'hono/jsx'
import languagesIcon from 'lucide-static/icons/languages.svg' with { type: 'text' }
import { piecesOf } from '../../../actors/text/template'
import { Button } from '../../parts/button'
import { Empty } from '../../parts/empty'
import { drawn } from '../../parts/icon'
import { Chip } from '../../parts/marks'
import { forms } from '../../words/forms'
import { htmlLang, type Language, languages, ownName } from '../../words/language'
import { punctuation } from '../../words/punctuation'
import { settings } from '../../words/settings'
import { texts } from '../../words/texts'
import { type TextGroup, textGroups } from '../../words/visitor-texts'
import type { MenuEntry, OfficeContext } from '../context'
import { formPaths } from '../forms'
import { OfficeFrame } from '../frame'
import { settingsPath } from '../settings/paths'
import type { TextLine, TextList } from './lines'
import { textPaths } from './paths'

export const textsInMenu = {
  path: textPaths.list,
  icon: drawn(languagesIcon),
  words: texts,
} satisfies MenuEntry

type Page = OfficeContext & { list: TextList }

/** Every text that visitors read, by where they read it. */
export const TextsPage = ({ list, ...context }: Page) => {
  const words = texts[context.language]
  return (
    <OfficeFrame
      {...context}
      title={words.title}
      aside={<span class="aside">{words.count(list.all, list.changed)}</span>}
    >
      <Tools {...context} list={list} />
      <Jumps {...context} list={list} />
      {list.lines.length === 0 && (
        <Empty icon="searchX" title={words.none} hint={words.noneHint}>
          <a class="button plain" href={textPaths.asked({ in: list.language })}>
            {words.all}
          </a>
        </Empty>
      )}
      {textGroups.map((group) => (
        <Group
          {...{ ...context, list, group }}
          lines={list.lines.filter((line) => line.group === group)}
        />
      ))}
      <p class="panel-hint">
        {words.lead} {words.elsewhere} <a href={formPaths.list}>{forms[context.language].title}</a>{' '}
        {words.elsewhereName} <a href={settingsPath}>{settings[context.language].title}</a>
      </p>
      <p class="panel-hint">
        <a href={textPaths.csv(askedOf(list))}>{words.csv}</a> ·{' '}
        <a href={textPaths.json(askedOf(list))}>{words.json}</a>
      </p>
    </OfficeFrame>
  )
}

const askedOf = ({ language, q, changedOnly }: TextList) => ({
  in: language,
  ...(q === '' ? {} : { q }),
  ...(changedOnly ? { changed: '1' } : {}),
})

/** What is listed: a form that is asked by GET, so that its address can be kept. */
const Tools = ({ list, language }: Page) => {
  const words = texts[language]
  return (
    <search>
      <form class="text-tools" method="get" action={textPaths.list}>
        <div class="field">
          <input
            type="search"
            name="q"
            value={list.q}
            placeholder={words.search}
            aria-label={words.search}
          />
        </div>{' '}
        <div class="field">
          <select name="in" aria-label={words.of}>
            {languages.map((each) => (
              <option value={each} selected={each === list.language}>
                {ownName[each]}
              </option>
            ))}
          </select>
        </div>{' '}
        <label class="check" for="texts-changed">
          <input
            id="texts-changed"
            type="checkbox"
            name="changed"
            value="1"
            checked={list.changedOnly}
          />
          {words.changedOnly}
        </label>{' '}
        <Button>{words.show}</Button>
      </form>
    </search>
  )
}

/** To where a group begins. */
const Jumps = ({ list, language }: Page) => {
  const groups = textGroups.filter((group) => list.lines.some((line) => line.group === group))
  if (groups.length < 2) return null
  const words = texts[language]
  return (
    <nav class="text-jumps" aria-label={words.jumps}>
      {groups.map((group) => (
        <>
          <a href={`#group-${group}`}>{words.groups[group].title}</a>{' '}
        </>
      ))}
    </nav>
  )
}

type GroupProps = Page & { group: TextGroup; lines: readonly TextLine[] }

const Group = ({ group, lines, language }: GroupProps) => {
  if (lines.length === 0) return null
  const { title, where } = texts[language].groups[group]
  return (
    <section class="text-group" aria-labelledby={`group-${group}`}>
      <h2 id={`group-${group}`}>{title}</h2>
      <p class="panel-hint">{where}</p>
      <ul class="office-rows panel">
        {lines.map((line) => (
          <li>
            <Row line={line} language={language} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** As it is read now; of what was changed, as it is built in too. */
const Row = ({ line, language }: { line: TextLine; language: Language }) => {
  const words = texts[language]
  return (
    <a class="office-row text-row" href={textPaths.one(line.word)}>
      <span class="office-row-text" lang={htmlLang[line.language]}>
        {line.forms.map(({ text, builtIn, changed }) => (
          <span class="text-form">
            <bdi>{withGaps(text)}</bdi>{' '}
            {changed && (
              <small lang={htmlLang[language]}>
                {words.builtIn}
                {punctuation[language].colon}
                <bdi lang={htmlLang[line.language]}>{withGaps(builtIn)}</bdi>
              </small>
            )}
          </span>
        ))}
      </span>{' '}
      <span class="office-row-end">
        {line.changed && <Chip tone="brand">{words.changed}</Chip>} <code>{line.word}</code>
      </span>
    </a>
  )
}

/** A text with its gaps apart from its words. */
export const withGaps = (text: string): Child[] =>
  piecesOf(text).map((piece) =>
    piece.kind === 'words' ? piece.text : <span class="text-gap">{piece.raw.slice(2, -2)}</span>,
  )
