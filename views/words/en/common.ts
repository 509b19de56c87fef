/** What every page may need. */
export const common = {
  brand: 'Bellhop',
  language: 'Language',
  theme: 'Appearance',
  themes: { auto: 'Auto', light: 'Light', dark: 'Dark' },
  menu: 'Your menu',
  sound: 'Sound for new messages',
  close: 'Close',
  stars: (n: number) => `${n} of 5 stars`,
  connection: {
    connecting: 'Connecting…',
    live: 'Live',
    reconnecting: 'Reconnecting… what you write is kept',
    offline: 'Offline. What you write is kept and sent later',
    plain: 'Refreshes every few seconds',
    unreachable: 'The desk cannot be reached just now. Please try again in a moment.',
  },
  /** The state of a message on its way. */
  outbox: {
    sending: 'Sending…',
    waiting: 'Not sent yet. We keep trying',
    failed: 'Not sent',
    retry: 'Try again',
  },
  typing: (name: string) => `${name} is writing`,
  seen: 'Seen',
  note: 'Only colleagues see this',
}

export const pages = {
  home: {
    title: 'A desk that answers',
    lead: 'Ring the desk and talk to a person. Your conversation is kept, even if the connection is not.',
    chat: 'Start a chat',
    signIn: 'Sign in to the desk',
    preview: {
      agent: 'Ana',
      ask: 'Hello? Is anybody there?',
      answer: 'Yes, I am. How can I help?',
      thanks: 'That was quick!',
    },
    workbench: 'Open the workbench',
  },
  signIn: {
    title: 'Sign in',
    lead: 'For the people behind the desk.',
    email: 'E-mail',
    password: 'Password',
    submit: 'Sign in',
    visitor: 'Do you have a question?',
    chat: 'Start a chat instead',
    shutOut: 'The account you used here has been disabled. Please ask an admin of this desk.',
  },
  signOut: 'Sign out',
  signedOut: {
    title: 'You are signed out',
    lead: 'Your session has ended here. Conversations you hold go back to the line shortly.',
  },
  install: {
    title: 'Set up your desk',
    lead: 'Make the first account. It has full access, so choose a long password.',
    name: 'Your name',
    nameHint: 'Visitors see it when you answer.',
    email: 'E-mail',
    password: 'Password',
    passwordHint: (n: number) => `At least ${n} characters. A short sentence works well.`,
    submit: 'Create the account',
  },
  installed: {
    title: 'This desk is set up already',
    lead: 'That link has been used. If you have an account, sign in.',
  },
  missing: {
    title: 'There is nothing here',
    lead: 'The page has moved, or there is a mistake in the address.',
  },
  broken: {
    title: 'Something broke on our side',
    lead: 'It was written down and we will look at it. Nothing you sent was lost.',
    id: 'If you ask about it, name this number:',
  },
  unavailable: {
    title: 'Back in a moment',
    lead: 'The desk cannot reach its records just now. What was sent is safe; this page tries again by itself.',
  },
  problem: 'That did not work',
  toHome: 'To the start',
  toChat: 'To the chat',
  tryAgain: 'Try again',
}
