import type { Forms } from '../../actors/text/phrase'
import { words } from '.'
import { type Language, languages } from './language'
import { leavesAt, type Texts, wordAt } from './reword'

/**
 * Where visitors read what: the words below each path are theirs, and those of the longest path that
 * leads to them. What else a language says is for colleagues.
 */
const places = {
  home: ['pages.home.title', 'pages.home.lead', 'pages.home.chat', 'widget'],
  start: [
    ...['chat.title', 'chat.hello', 'chat.lead', 'chat.name', 'chat.namePlaceholder', 'chat.email'],
    ...['chat.emailPlaceholder', 'chat.emailHintMailed', 'chat.emailHint', 'chat.optional'],
    ...['chat.department', 'chat.unstaffed', 'chat.message', 'chat.messagePlaceholder'],
    ...['chat.start', 'chat.leave', 'chat.nobodyHere', 'chat.waitThere', 'chat.lineBefore'],
    ...['chat.lineTakes', 'start.asked', 'start.questions', 'start.choose', 'start.required'],
    ...['start.wait', 'start.wanted', 'start.wantedLater', 'office.yes', 'office.no'],
    ...['chat.shutNow', 'chat.shutUntil', 'chat.shutLeave', 'chat.shutThere', 'chat.privacyBefore'],
    ...['visitors.asks', 'visitors.deskAsks', 'visitors.refuse', 'visitors.answer'],
  ],
  waiting: [
    ...['chat.inLine', 'chat.next', 'chat.place', 'chat.noEstimate', 'chat.waiting'],
    ...['chat.writeOn', 'chat.ringing', 'chat.left', 'chat.leftHelped', 'chat.leftLead'],
    ...['chat.shutTitle', 'chat.shutLead'],
    ...['chat.leftAlone', 'start.waitOrLeave', 'start.leaveAddress', 'start.waitOn'],
    ...['start.leaveIt', 'start.leftTo'],
  ],
  talk: [
    ...['chat', 'common.connection', 'common.outbox', 'common.typing', 'common.seen'],
    ...['common.language', 'common.theme', 'common.themes', 'common.sound', 'common.tell'],
    ...[
      'common.tellSays',
      'common.toldReply',
      'emoji.open',
      'emoji.more',
      'times.today',
      'times.yesterday',
      'together.peekTold',
    ],
  ],
  notices: [
    ...['assigned', 'requeued', 'transferred', 'unattended', 'closed', 'reopened', 'merged'],
    ...['absorbed', 'movedBack', 'askedFor', 'leftMessage', 'rated', 'split', 'branched'],
    ...['rejoined', 'movedOn'],
  ].map((code) => `notices.visitor.${code}`),
  messages: [
    ...['menu', 'ownMenu', 'title', 'back', 'edited', 'withdrawn', 'inReplyTo', 'you', 'reply'],
    ...['replyText', 'send', 'cancelReply', 'copy', 'copied', 'edit', 'editText', 'save'],
    ...['cancel', 'unsend', 'unsendHint', 'reactions', 'react', 'takeBack', 'nothing'],
    ...['download', 'transcript.title', 'transcript.saved', 'transcript.zone', 'transcript.file'],
    'transcript.replies',
  ].map((word) => `entries.${word}`),
  files: [
    ...['attach', 'send', 'choose', 'caption', 'remove', 'cancel', 'image', 'audio', 'file'],
    ...['tooLarge', 'tooMany', 'close', 'save', 'previous', 'next', 'record', 'asking'],
    ...['recording', 'recorded', 'longest', 'stop', 'discard', 'sendVoice', 'noMicrophone'],
  ].map((word) => `files.${word}`),
  cards: ['sendAnswer', 'optional', 'answered', 'notAnswered', 'chosen', 'link', 'answer'].map(
    (word) => `cards.${word}`,
  ),
  after: [
    ...['chat.ended', 'chat.keptText', 'chat.continue', 'chat.again', 'chat.rate', 'chat.stars'],
    ...['chat.starsOf', 'chat.praise', 'chat.blame', 'chat.comment', 'chat.rateSend'],
    ...['chat.rateAgain', 'chat.rated', 'chat.afterEnd', 'common.stars', 'past'],
  ],
  account: ['customers', 'common.showPassword'],
  letters: ['letters'],
  faults: [
    ...['pages.missing', 'pages.broken', 'pages.unavailable', 'pages.notToRead', 'pages.toPage'],
    ...['pages.problem', 'pages.toHome', 'pages.toChat', 'pages.tryAgain', 'chat.stuck'],
    ...['title', 'away', 'broken', 'kept', 'once', 'submit', 'written'].map(
      (word) => `pages.unsent.${word}`,
    ),
    'chat.stuckLead',
    ...[
      ...['writeFirst', 'textTooLong', 'textNotValid', 'nameTooLong', 'emailNotValid'],
      ...[
        'fieldNotValid',
        'fieldUnknown',
        'crossSite',
        'linkOver',
        'talkOfAccount',
        'cookiesBlocked',
        'already',
      ],
      ...['missing', 'tooFast', 'busy', 'remarkUnknown', 'fileTooLarge', 'filesTooLarge'],
      ...[
        'fileType',
        'fileKindRefused',
        'fileEmpty',
        'imageTooLarge',
        'tooManyFiles',
        'fileNotSaved',
      ],
      ...['fileLinkExpired', 'departmentUnknown', 'chatEnded', 'chatOpen', 'otherText'],
      ...['otherAuthor', 'entryNotYours', 'entryTooOld', 'entryWithdrawn', 'cardAnswered'],
      ...['cardButtonUnknown', 'answersUnknown', 'emojiNotValid', 'tooManyReactions'],
      ...['notInThisState', 'ratingTwice', 'neverAnswered', 'blocked', 'parked', 'emailNeeded'],
      ...['answerMissing', 'answerNotAsked', 'answerNotLike', 'answerNotNumber'],
      ...['phoneNotValid', 'consentMissing', 'consentChanged', 'nothingAsked', 'agreeFirst'],
      ...['nameMissing', 'passwordTooShort', 'passwordTooLong', 'passwordNotValid'],
      ...['passwordWrong', 'signInWrong', 'tooManySignIns', 'confirmFirst', 'mailLinkOver'],
      ...['addressOther', 'emailTaken', 'signInFirst'],
    ].map((reason) => `reasons.${reason}`),
  ],
} as const satisfies Record<string, readonly string[]>

export type TextGroup = keyof typeof places
export const textGroups = Object.keys(places) as readonly TextGroup[]

/** One text that visitors read, in one language, as it is built in. */
export type VisitorText = {
  /** Where it stands among the words: `chat.hello`. */
  word: string
  group: TextGroup
  language: Language
  forms: Forms
}

/** The longest first: of two that lead to a word it says more. */
const paths = textGroups
  .flatMap((group) => places[group].map((path) => ({ path, group })))
  .toSorted((one, other) => other.path.length - one.path.length)

const groupOf = (word: string): TextGroup | undefined =>
  paths.find(({ path }) => word === path || word.startsWith(`${path}.`))?.group

const gather = (language: Language): readonly VisitorText[] =>
  textGroups.flatMap((group) =>
    places[group]
      .flatMap((path) => leavesAt(wordAt(words[language], path), path))
      .filter(({ word }) => groupOf(word) === group)
      .map(({ word, forms }) => ({ word, group, language, forms })),
  )

const all: Readonly<Record<Language, readonly VisitorText[]>> = {
  en: gather('en'),
  zh: gather('zh'),
}

/** Every text that visitors read, in the order of where they read it. */
export const visitorTextsIn = (language: Language): readonly VisitorText[] => all[language]

const byWord = Object.fromEntries(
  languages.map((language) => [language, new Map(all[language].map((text) => [text.word, text]))]),
) as unknown as Record<Language, ReadonlyMap<string, VisitorText>>

/** The text of a word; undefined for what visitors do not read. */
export const visitorText = (language: Language, word: string): VisitorText | undefined =>
  byWord[language].get(word)

/** A text as it is said now: as the office has it, else as it is built in. */
export const formsNow = ({ word, forms }: VisitorText, texts: Texts): Forms => ({
  ...forms,
  ...texts[word],
})

/** Every form that any text has, for a form that may bring any of them. */
export const allForms: readonly string[] = [
  ...new Set(languages.flatMap((one) => all[one].flatMap(({ forms }) => Object.keys(forms)))),
]
