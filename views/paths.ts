import { doorPaths, factorPaths } from './paths/doors'
import { entryPaths } from './paths/entries'
import { at, chosen, type Followed, live, query } from './paths/query'
import type { List } from './workbench/inbox/lists'
import { verbPaths } from './workbench/verbs'

/** The whole URL tree. No other file writes a URL. */
export const paths = {
  home: '/',
  chat: {
    page: '/chat',
    messages: '/chat/messages',
    /** One that was said, and what can be done with it. */
    ...entryPaths('/chat/messages'),
    /** What their site has them show; and what they press on a card, or fill in. */
    cards: '/chat/cards',
    cardAnswer: (clientId: string) => `/chat/messages/${clientId}/answer`,
    transcript: '/chat/transcript',
    transcriptAs: (format: string) => `/chat/transcript?format=${format}`,
    /** Has it sent by mail. */
    mailTranscript: '/chat/transcript/mail',
    /** One that was sent somewhere, as it was then; the signature says until when it opens. */
    sentTranscript: (letter: string) => `/chat/transcript/sent/${letter}`,
    sentTranscriptBy: (letter: string, until: number, proof: string) =>
      `/chat/transcript/sent/${letter}${query({ e: until, s: proof })}`,
    /** A message with files. */
    files: '/chat/files',
    feed: (after: number, epoch?: string) => `/chat/feed${query({ after, epoch })}`,
    feedBase: '/chat/feed',
    /** What the form before a chat has to say, as it changes. */
    outlook: '/chat/outlook',
    socket: (after: number) => `/chat/socket?after=${after}`,
    socketBase: '/chat/socket',
    /** The part of the transcript after a seq, as a small page that renews itself: no JavaScript. */
    tail: (after: number) => `/chat/tail?after=${after}`,
    tailBase: '/chat/tail',
    /** The page with the entries before a seq, at the one that was the oldest until then. */
    earlier: (before: number, oldest?: string | null) => `/chat?before=${before}${at(oldest)}`,
    /** Which page of the site they have before them. */
    trail: '/chat/page',
    invitation: '/chat/invitation',
    typing: '/chat/typing',
    /** What is being typed, where the desk sees that. */
    sneakPeek: '/chat/sneak-peek',
    seen: '/chat/seen',
    presence: '/chat/presence',
    /** What is left for whoever comes, when nobody is there; and the same by another name. */
    leftMessage: '/chat/message',
    callback: '/chat/callback',
    /** Nobody came in time, and they wait on. */
    waiting: '/chat/waiting',
    /** By a link to one agent. */
    to: (token: string) => `/chat${query({ agent: token })}`,
    closure: '/chat/closure',
    reopening: '/chat/reopening',
    rating: '/chat/rating',
    /** The visitor's earlier conversations; `until`: those that ended before a place. */
    past: '/chat/past',
    pastUntil: (until: { at: number; id: string }) => `/chat/past?until=${until.at}-${until.id}`,
    pastOne: (id: string) => `/chat/past/${id}`,
    /** Its entries before a seq. */
    pastEarlier: (id: string, before: number, oldest?: string | null) =>
      `/chat/past/${id}?before=${before}${at(oldest)}`,
    pastReopening: (id: string) => `/chat/past/${id}/reopening`,
    pastRating: (id: string) => `/chat/past/${id}/rating`,
    /** Where the link of a letter leads. */
    back: (letter: string) => `/chat/back/${letter}`,
    backBy: (letter: string, until: number, proof: string) =>
      `/chat/back/${letter}${query({ e: until, s: proof })}`,
    /** Who they are, as their site proves it; that they are nobody again; what that site reports. */
    identity: '/chat/identity',
    forgetting: '/chat/identity/removal',
    attributes: '/chat/attributes',
    /** Leaves the ended conversation and shows an empty form again. */
    again: '/chat?new',
  },
  /** On other people's sites: what loads the chat there, and the chat in its frame. */
  widget: { loader: '/widget.js', page: '/widget' },
  workbench: {
    page: '/workbench',
    list: (list: List) => `/workbench${query(chosen(list))}`,
    /** The same after something was done to many in it, with what came of that. */
    listAfter: (list: List, did: string) => `/workbench${query({ ...chosen(list), did })}`,
    /** Opened from a list, which stays beside it; without one, from one's own. */
    conversation: (id: string, list?: List) =>
      `/workbench/conversations/${id}${query(chosen(list))}`,
    /** Its entries before a seq, at the one that was the oldest until then. */
    earlier: (id: string, before: number, list?: List, oldest?: string | null) =>
      `/workbench/conversations/${id}${query({ before })}${query(chosen(list)).replace('?', '&')}${at(oldest)}`,
    /** Its entries after a seq, as a small page that renews itself: no JavaScript. */
    tail: (id: string, after: number) => `/workbench/conversations/${id}/tail?after=${after}`,
    tailBase: (id: string) => `/workbench/conversations/${id}/tail`,
    ...verbPaths((id) => `/workbench/conversations/${id}`),
    entry: (id: string) => entryPaths(`/workbench/conversations/${id}/messages`),
    transcript: (id: string) => `/workbench/conversations/${id}/transcript`,
    transcriptAs: (id: string, format: string) =>
      `/workbench/conversations/${id}/transcript?format=${format}`,
    /** A card for it; the page on which one is made is that of a kind. */
    cards: (id: string, is?: string) => `/workbench/conversations/${id}/cards${query({ is })}`,
    /** A message, or a note, with files. */
    files: (id: string) => `/workbench/conversations/${id}/files`,
    seen: (id: string) => `/workbench/conversations/${id}/seen`,
    typing: (id: string) => `/workbench/conversations/${id}/typing`,
    /** What is written there and not sent. */
    draft: (id: string) => `/workbench/conversations/${id}/draft`,
    /** A message that is sent later: other words or another time, and taken back. */
    rescheduling: (id: string, clientId: string) =>
      `/workbench/conversations/${id}/scheduled/${clientId}/revision`,
    unscheduling: (id: string, clientId: string) =>
      `/workbench/conversations/${id}/scheduled/${clientId}/cancellation`,
    /** Why this agent: the candidates and reasons of each choice. */
    decisions: (id: string, list?: List) =>
      `/workbench/conversations/${id}/decisions${query(chosen(list))}`,
    /** Colleagues that a note can call by name, and that somebody has seen what calls them. */
    colleagues: (id: string, q?: string) =>
      `/workbench/conversations/${id}/colleagues${query({ q })}`,
    mentionsSeen: (id: string) => `/workbench/conversations/${id}/mentions/seen`,
    /** One's own canned replies, and those that may be put into a conversation's messages. */
    canned: '/workbench/canned',
    cannedFor: (conversation: string, q?: string) =>
      `/workbench/canned${query({ conversation, q })}`,
    cannedReply: (id: string) => `/workbench/canned/${id}`,
    cannedRevision: (id: string) => `/workbench/canned/${id}/revision`,
    cannedRemoval: (id: string) => `/workbench/canned/${id}/removal`,
    cannedUse: (id: string) => `/workbench/canned/${id}/use`,
    /** A conversation with a canned reply in its composer. */
    withCanned: (id: string, canned: string) =>
      `/workbench/conversations/${id}${query({ canned })}`,
    macro: (id: string, macro: string) => `/workbench/conversations/${id}/macros/${macro}`,
    /** What is asked before a macro ends it. */
    wrapUpFor: (id: string, macro: string) =>
      `/workbench/conversations/${id}/wrap-up${query({ macro })}`,
    /** Tags that a field offers for what is typed in it. */
    tagChoices: '/workbench/tags',
    bulk: '/workbench/bulk',
    views: '/workbench/views',
    viewRemoval: (id: string) => `/workbench/views/${id}/removal`,
    /** What was said in all of history; `until`: what is older than a place. */
    search: (text?: string, order?: 'newest' | 'best', until?: number | null) =>
      `/workbench/search${query({ q: text, sort: order === 'best' ? order : undefined, until: until ?? undefined })}`,
    searchBase: '/workbench/search',
    /** One's own: profile, picture, password, what one is told of. */
    me: '/workbench/me',
    push: '/workbench/push',
    /** Ends one of one's sessions, by its mark; all but this one. */
    sessionRemoval: (mark: string) => `/workbench/me/sessions/${mark}/removal`,
    sessionsRemoval: '/workbench/me/sessions/removal',
    /** Who is on the site now; `until` names the one after whom the list goes on. */
    visitors: (until?: string) => `/workbench/visitors${query({ until })}`,
    visitorsFeed: (until?: string) => `/workbench/visitors/feed${query({ until })}`,
    visitorsFeedBase: '/workbench/visitors/feed',
    invite: (visitor: string) => `/workbench/visitors/${visitor}/invitation`,
    visitor: (id: string) => `/workbench/conversations/${id}/visitor`,
    status: '/workbench/status',
    presence: '/workbench/presence',
    socket: (...followed: Followed) => `/workbench/socket${live(...followed)}`,
    feed: (...followed: Followed) => `/workbench/feed${live(...followed)}`,
    socketBase: '/workbench/socket',
    feedBase: '/workbench/feed',
  },
  office: {
    page: '/office',
    /** A page of it after something was done, which it says in a word. */
    after: (path: string, said: string) => `${path}${query({ said })}`,
    /** A page of it by its name, one of the things that it lists, something done to that. */
    of: (page: string, ...below: string[]) => ['/office', page, ...below].join('/'),
  },
  /** By which whoever has a mail says that they want no more, by its link. */
  letters: {
    stop: (hash: string) => `/letters/${hash}/stop`,
    stopBy: (hash: string, { until, proof }: { until: number; proof: string }) =>
      `/letters/${hash}/stop${query({ e: until, s: proof })}`,
  },
  session: {
    /** For who forgot their password; and the link of the mail that comes of it. */
    forgot: '/forgot',
    reset: '/reset',
    resetBy: (token: string) => `/reset${query({ token })}`,
    signIn: '/sign-in',
    /** To come back to where one was led from; `ended`: there was a session, and it is over. */
    signInFor: (next: string | undefined, ended: boolean) =>
      `/sign-in${query({ next, ended: ended ? '' : undefined })}`,
    signOut: '/sign-out',
    ...doorPaths('/sign-in'),
    ...factorPaths('/second-factor'),
  },
  /** Visitors with an account of their own. Who works here has other doors. */
  customers: {
    page: '/me',
    /** Their conversations before a place, or what was searched for. */
    pageOf: (asked: { q?: string; until?: string }) => `/me${query(asked)}`,
    register: '/register',
    registered: '/register?sent',
    signIn: '/me/sign-in',
    signInAfter: (what: string) => `/me/sign-in${query({ after: what })}`,
    /** By the mail that opens a new account. */
    signInBy: (token: string) => `/me/sign-in${query({ confirm: token })}`,
    signOut: '/me/sign-out',
    forgot: '/forgot?customer',
    reset: '/me/reset',
    resetBy: (token: string) => `/me/reset${query({ token })}`,
    /** The mail to a new address. */
    move: '/me/move',
    moveBy: (token: string, address: string) => `/me/move${query({ token, address })}`,
    account: '/me/account',
    accountAfter: (said: string) => `/me/account${query({ said })}`,
    email: '/me/account/email',
    password: '/me/account/password',
    sessionRemoval: (mark: string) => `/me/account/sessions/${mark}/removal`,
    sessionsRemoval: '/me/account/sessions/removal',
    export: '/me/export',
    removal: '/me/account/removal',
  },
  /** A file that was sent. Its name is for people: the id alone finds it. */
  file: (id: string, name: string) =>
    `/files/${id}/${name.startsWith(':') ? name : encodeURIComponent(name)}`,
  /** The same for whoever has the link, until a time, ms UTC. */
  signedFile: (id: string, name: string, { until, proof }: { until: number; proof: string }) =>
    `/files/${id}/${encodeURIComponent(name)}${query({ e: until, s: proof })}`,
  /** Somebody's picture, by the mark of what is in it. */
  avatar: (mark: string) => `/avatars/${mark}`,
  manifest: '/manifest.webmanifest',
  /** Shows what is pushed while no page is open. */
  worker: '/worker.js',
  install: '/install',
  /** By the one-time link. */
  installBy: (token: string) => `/install?token=${encodeURIComponent(token)}`,
  /** Where somebody sets a password of their own, by a link that opens once. */
  passwordLink: '/invitation',
  passwordLinkBy: (token: string) => `/invitation${query({ token })}`,
  language: '/language',
  theme: '/theme',
  robots: '/robots.txt',
  up: '/up',
  /** A stream and a socket that carry nothing, to try a proxy with. */
  probe: { stream: '/up/stream', socket: '/up/socket' },
  ready: '/ready',
  metrics: '/metrics',
  static: (file: string) => `/static/${file}`,
} as const
