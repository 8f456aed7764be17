// The Cloud Tasks API: queues and tasks. Dispatching is the dispatcher's.
import { type ApiRequest, type Handlers, numberParam, pageOf, textParam } from '../api-request.ts';
import { badRequest, GoogleError } from '../google-error.ts';
import type { JsonObject } from '../json.ts';
import type { Store } from '../store.ts';
import { type HttpCall, type RetryConfig, type StoredQueue, type StoredTask, secondsOf, taskJson } from './queue.ts';

export interface TaskHooks {
  readonly wake: () => void;
  readonly force: (name: string) => void;
}

const QUEUE_NAME = /^projects\/[^/]+\/locations\/[^/]+\/queues\/[A-Za-z0-9-]{1,100}$/;
const TASK_ID = /^[A-Za-z0-9_-]{1,500}$/;
const NAME_REST_MS = 24 * 3600 * 1000;
const DEFAULT_RETRY: RetryConfig = { maxAttempts: 100, maxDoublings: 16, minBackoff: '0.100s', maxBackoff: '3600s' };
const DEFAULT_RATES = { maxDispatchesPerSecond: 500, maxBurstSize: 100, maxConcurrentDispatches: 1000 };

interface QueueBody {
  readonly name?: string;
  readonly rateLimits?: Partial<StoredQueue['rateLimits']>;
  readonly retryConfig?: Partial<RetryConfig>;
  readonly state?: string;
  readonly appEngineRoutingOverride?: unknown;
  readonly httpTarget?: unknown;
}

function queueOf(store: Store, name: string): StoredQueue {
  const queue = store.get<StoredQueue>('queues', name);
  if (queue === undefined)
    throw new GoogleError(404, 'Queue does not exist. If you just created the queue, wait at least a minute for the queue to initialize.');
  return queue;
}

function settings(body: QueueBody, before: StoredQueue | undefined): Pick<StoredQueue, 'rateLimits' | 'retryConfig'> {
  if (body.appEngineRoutingOverride !== undefined || body.httpTarget !== undefined)
    throw badRequest('The local workspace keeps neither App Engine routing nor a queue-level HTTP target.');
  const retryConfig = { ...DEFAULT_RETRY, ...before?.retryConfig, ...body.retryConfig };
  const rateLimits = { ...DEFAULT_RATES, ...before?.rateLimits, ...body.rateLimits };
  if (retryConfig.maxAttempts < -1 || retryConfig.maxAttempts === 0)
    throw badRequest('Queue.retryConfig.maxAttempts must be -1 or positive.');
  if (secondsOf(retryConfig.minBackoff) > secondsOf(retryConfig.maxBackoff))
    throw badRequest('Queue.retryConfig.minBackoff must not be above maxBackoff.');
  if (rateLimits.maxConcurrentDispatches < 1 || rateLimits.maxConcurrentDispatches > 5000)
    throw badRequest('Queue.rateLimits.maxConcurrentDispatches must be between 1 and 5000.');
  return { rateLimits, retryConfig };
}

function createQueue(store: Store, request: ApiRequest): unknown {
  const body = request.body as QueueBody;
  const { name = '' } = body;
  if (!QUEUE_NAME.test(name) || !name.startsWith(`${textParam(request, 'parent')}/queues/`))
    throw badRequest(`Queue name "${name}" does not belong to its parent or is no queue name.`);
  if (store.get('queues', name) !== undefined) throw new GoogleError(409, 'Queue already exists');
  const queue: StoredQueue = { name, state: 'RUNNING', ...settings(body, undefined) };
  store.put('queues', name, queue);
  return queue;
}

function patchQueue(store: Store, request: ApiRequest): unknown {
  const name = textParam(request, 'name');
  const before = store.get<StoredQueue>('queues', name);
  const queue: StoredQueue = { name, state: before?.state ?? 'RUNNING', ...settings(request.body as QueueBody, before) };
  store.put('queues', name, queue);
  return queue;
}

interface TaskBody {
  readonly name?: string;
  readonly httpRequest?: HttpCall;
  readonly scheduleTime?: string;
  readonly dispatchDeadline?: string;
  readonly appEngineHttpRequest?: unknown;
  readonly retryConfig?: unknown;
}

function createTask(store: Store, hooks: TaskHooks, request: ApiRequest): unknown {
  const queue = queueOf(store, textParam(request, 'parent'));
  const { task = {}, responseView = 'BASIC' } = request.body as { task?: TaskBody; responseView?: string };
  if (task.appEngineHttpRequest !== undefined || task.retryConfig !== undefined)
    throw badRequest('The local workspace keeps neither App Engine tasks nor retries of a single task.');
  const name = taskName(store, queue, task.name, request.now);
  const stored: StoredTask = {
    name,
    queue: queue.name,
    httpRequest: checkedCall(task.httpRequest),
    createTime: request.now,
    scheduleTime: scheduled(task.scheduleTime, request.now),
    dispatchDeadline: deadline(task.dispatchDeadline),
    dispatchCount: 0,
    responseCount: 0,
  };
  store.put('tasks', name, stored);
  hooks.wake();
  return taskJson(stored, responseView);
}

function taskName(store: Store, queue: StoredQueue, given: string | undefined, now: number): string {
  if (given === undefined) return `${queue.name}/tasks/${BigInt(`0x${store.mint('task').toString('hex').slice(0, 15)}`)}`;
  const [before, id = ''] = given.split('/tasks/');
  if (before !== queue.name || !TASK_ID.test(id))
    throw badRequest(`Task name must be formatted: "projects/<PROJECT_ID>/locations/<LOCATION_ID>/queues/<QUEUE_ID>/tasks/<TASK_ID>"`);
  if (store.get('tasks', given) !== undefined) throw new GoogleError(409, 'Requested entity already exists');
  const ended = store.get<number>('task-names', given);
  if (ended !== undefined && now - ended < NAME_REST_MS)
    throw new GoogleError(
      409,
      'The task cannot be created because a task with this name existed too recently. For more information about task de-duplication see https://cloud.google.com/tasks/docs/reference/rest/v2/projects.locations.queues.tasks/create#body.request_body.FIELDS.task.',
    );
  return given;
}

function checkedCall(call: HttpCall | undefined): HttpCall {
  if (call === undefined || call.url === undefined) throw badRequest('Task.httpRequest.url is required');
  if (!/^https?:\/\/[^/]+/.test(call.url)) throw badRequest('HttpRequest.url must start with http:// or https://');
  if (call.oidcToken !== undefined && call.oauthToken !== undefined) throw badRequest('Only one of oidcToken and oauthToken can be set.');
  if (call.oidcToken !== undefined && (call.oidcToken.serviceAccountEmail ?? '') === '')
    throw badRequest('HttpRequest.oidcToken.serviceAccountEmail is required');
  const takesNoBody = call.httpMethod !== undefined && !['POST', 'PUT', 'PATCH'].includes(call.httpMethod);
  if (takesNoBody && call.body !== undefined) throw badRequest('HTTP request body is only allowed for POST, PUT and PATCH.');
  return call;
}

function scheduled(time: string | undefined, now: number): number {
  if (time === undefined) return now;
  const at = Date.parse(time);
  if (Number.isNaN(at))
    throw badRequest(`Invalid value at 'task.schedule_time' (type.googleapis.com/google.protobuf.Timestamp), "${time}"`);
  if (at > now + 30 * 24 * 3600 * 1000) throw badRequest('The scheduleTime must be at most 720h in the future.');
  return Math.max(at, now);
}

function deadline(duration: string | undefined): string {
  if (duration === undefined) return '600s';
  const seconds = secondsOf(duration);
  if (!(seconds >= 15 && seconds <= 1800)) throw badRequest('Task.dispatchDeadline must be between [15s, 30m].');
  return duration;
}

function taskOf(store: Store, name: string): StoredTask {
  queueOf(store, name.split('/tasks/')[0] ?? '');
  const task = store.get<StoredTask>('tasks', name);
  if (task === undefined) throw new GoogleError(404, 'Task does not exist.');
  return task;
}

function listed<T>(request: ApiRequest, name: string, all: readonly T[], most: number, json: (item: T) => unknown): JsonObject {
  const { page, next } = pageOf(all, Math.min(numberParam(request, 'pageSize', most), most), textParam(request, 'pageToken'));
  return { ...(page.length === 0 ? {} : { [name]: page.map(json) }), ...(next === undefined ? {} : { nextPageToken: next }) };
}

function setState(store: Store, name: string, state: StoredQueue['state']): StoredQueue {
  const queue = { ...queueOf(store, name), state };
  store.put('queues', name, queue);
  return queue;
}

function queueHandlers(store: Store, hooks: TaskHooks): Handlers {
  const queues = 'cloudtasks.projects.locations.queues';
  return {
    [`${queues}.create`]: (request) => createQueue(store, request),
    [`${queues}.get`]: (request) => queueOf(store, textParam(request, 'name')),
    [`${queues}.patch`]: (request) => patchQueue(store, request),
    [`${queues}.pause`]: (request) => setState(store, textParam(request, 'name'), 'PAUSED'),
    [`${queues}.resume`]: (request) => {
      hooks.wake();
      return setState(store, textParam(request, 'name'), 'RUNNING');
    },
    [`${queues}.list`]: (request) => {
      const parent = `${textParam(request, 'parent')}/queues/`;
      const all = store.values<StoredQueue>('queues').filter((queue) => queue.name.startsWith(parent));
      return listed(request, 'queues', all, 9800, (queue) => queue);
    },
    [`${queues}.delete`]: (request) => {
      const { name } = queueOf(store, textParam(request, 'name'));
      for (const [key, task] of store.entries<StoredTask>('tasks')) if (task.queue === name) store.remove('tasks', key);
      store.remove('queues', name);
      return {};
    },
  };
}

/** The handlers of the Cloud Tasks API. */
export function tasksHandlers(store: Store, hooks: TaskHooks): Handlers {
  const tasks = 'cloudtasks.projects.locations.queues.tasks';
  return {
    ...queueHandlers(store, hooks),
    [`${tasks}.create`]: (request) => createTask(store, hooks, request),
    [`${tasks}.get`]: (request) => taskJson(taskOf(store, textParam(request, 'name')), textParam(request, 'responseView')),
    [`${tasks}.list`]: (request) => {
      const { name } = queueOf(store, textParam(request, 'parent'));
      const all = store.values<StoredTask>('tasks').filter((task) => task.queue === name);
      return listed(request, 'tasks', all, 1000, (task) => taskJson(task, textParam(request, 'responseView')));
    },
    [`${tasks}.delete`]: (request) => {
      const { name } = taskOf(store, textParam(request, 'name'));
      store.remove('tasks', name);
      store.put('task-names', name, request.now);
      return {};
    },
    [`${tasks}.run`]: (request) => {
      const task = taskOf(store, textParam(request, 'name'));
      const { responseView = 'BASIC' } = request.body as { responseView?: string };
      hooks.force(task.name);
      return taskJson(task, responseView);
    },
  };
}
