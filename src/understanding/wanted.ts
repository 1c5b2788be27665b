/**
 * Which intent a question came of.
 */
import type { Intent } from '../content/intents.js';
import type { Question, Service } from './question.js';

/** Questions whose own name is not that of their intent. */
const others: Partial<Readonly<Record<Question['intent'], Intent>>> = {
  section: 'part',
  competency: 'part',
  reflections: 'notes',
  'export-data': 'export',
  'delete-data': 'delete',
  outline: 'more',
  remind: 'reminder-once',
  agree: 'agreement',
};

const services: Readonly<Record<Service, Intent>> = {
  restart: 'restart',
  'nothing-before': 'more',
  'nothing-more': 'more',
  print: 'export',
  contact: 'to-editor',
  label: 'help',
};

/** The intent of a question; of several readings, that of the first. */
export function wantedBy(question: Question): Intent {
  switch (question.intent) {
    case 'ambiguous':
      return question.choices[0] ? wantedBy(question.choices[0]) : 'help';
    case 'service':
      return services[question.about];
    case 'nudge-on':
      return question.wish ? `nudge-${question.wish}` : 'nudge-on';
    default:
      return others[question.intent] ?? (question.intent as Intent);
  }
}
