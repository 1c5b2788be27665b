/**
 * Training beside the running service, in a thread of its own: for content that was not built with the service.
 */
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { IntentModel } from '../understanding/intent-model.js';
import { openCopies } from './copies.js';
import { loadDictionary } from './dictionary-file.js';
import { learn } from './said-files.js';

/** Trains the model of a content folder without holding up anything else; `codeFolder` is where the compiled modules are. */
export function learnAside(folder: string, codeFolder: URL): Promise<IntentModel> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('storage/learner.js', codeFolder), {
      workerData: { folder, copies: fileURLToPath(new URL('.copies', codeFolder)) },
    });
    worker.once('message', (model: IntentModel | undefined) => (model ? resolve(model) : reject(new Error('the content has faults'))));
    worker.once('error', reject);
  });
}

if (!isMainThread && typeof workerData?.folder === 'string') {
  const learned = learn(workerData.folder, await loadDictionary(openCopies(workerData.copies)));
  parentPort?.postMessage(learned.ok ? learned.model : undefined);
}
