// A branded type: a primitive that only its own maker may produce.
declare const brand: unique symbol;
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
