/**
 * The public types of .NET 8, 9 and 10 in the namespaces that C# imports by itself
 * (https://learn.microsoft.com/dotnet/core/project-sdk/overview#implicit-using-directives), without their type parameters.
 *
 * Put together from the assemblies of Mono, the stubs of .NET in the Python package quantconnect-stubs, and the API differences of each version
 * in https://github.com/dotnet/core/tree/main/release-notes; without what is left out of .NET since version 8. A new version adds some.
 */
const IMPLICIT: readonly (readonly [namespace: string, names: string])[] = [
  ['System', `
    AccessViolationException Action Activator AggregateException AppContext AppDomain AppDomainSetup AppDomainUnloadedException
    ApplicationException ApplicationId ArgIterator ArgumentException ArgumentNullException ArgumentOutOfRangeException ArithmeticException
    Array ArraySegment ArrayTypeMismatchException AssemblyLoadEventArgs AssemblyLoadEventHandler AsyncCallback Attribute AttributeTargets
    AttributeUsageAttribute BadImageFormatException Base64FormattingOptions BitConverter Boolean Buffer Byte CannotUnloadAppDomainException
    Char CharEnumerator CLSCompliantAttribute Comparison Console ConsoleCancelEventArgs ConsoleCancelEventHandler ConsoleColor ConsoleKey
    ConsoleKeyInfo ConsoleModifiers ConsoleSpecialKey ContextBoundObject ContextMarshalException ContextStaticAttribute Convert Converter
    DataMisalignedException DateOnly DateTime DateTimeKind DateTimeOffset DayOfWeek DBNull Decimal Delegate DivideByZeroException
    DllNotFoundException Double DuplicateWaitObjectException EntryPointNotFoundException Enum Environment EnvironmentVariableTarget
    EventArgs EventHandler Exception ExecutionEngineException FieldAccessException FileStyleUriParser FlagsAttribute FormatException
    FormattableString FtpStyleUriParser Func GC GCCollectionMode GCGenerationInfo GCKind GCMemoryInfo GCNotificationStatus GenericUriParser
    GenericUriParserOptions GopherStyleUriParser Guid Half HashCode HttpStyleUriParser IAsyncDisposable IAsyncResult ICloneable IComparable
    IConvertible ICustomFormatter IDisposable IEquatable IFormatProvider IFormattable Index IndexOutOfRangeException
    InsufficientExecutionStackException InsufficientMemoryException Int128 Int16 Int32 Int64 IntPtr InvalidCastException
    InvalidOperationException InvalidProgramException InvalidTimeZoneException IObservable IObserver IParsable IProgress IServiceProvider
    ISpanFormattable ISpanParsable IUtf8SpanFormattable IUtf8SpanParsable Lazy LdapStyleUriParser LoaderOptimization
    LoaderOptimizationAttribute LocalDataStoreSlot MarshalByRefObject Math MathF MemberAccessException Memory MemoryExtensions
    MethodAccessException MidpointRounding MissingFieldException MissingMemberException MissingMethodException ModuleHandle
    MTAThreadAttribute MulticastDelegate MulticastNotSupportedException NetPipeStyleUriParser NetTcpStyleUriParser NewsStyleUriParser
    NonSerializedAttribute NotFiniteNumberException NotImplementedException NotSupportedException Nullable NullReferenceException Object
    ObjectDisposedException ObsoleteAttribute OperatingSystem OperationCanceledException OutOfMemoryException OverflowException
    ParamArrayAttribute PlatformID PlatformNotSupportedException Predicate Progress Random Range RankException ReadOnlyMemory ReadOnlySpan
    ResolveEventArgs ResolveEventHandler RuntimeArgumentHandle RuntimeFieldHandle RuntimeMethodHandle RuntimeTypeHandle SByte
    SequencePosition SerializableAttribute Single Span StackOverflowException STAThreadAttribute String StringComparer StringComparison
    StringNormalizationExtensions StringSplitOptions SystemException ThreadStaticAttribute TimeOnly TimeoutException TimeProvider TimeSpan
    TimeZone TimeZoneInfo TimeZoneNotFoundException Tuple TupleExtensions Type TypeAccessException TypeCode TypedReference
    TypeInitializationException TypeLoadException TypeUnloadedException UInt128 UInt16 UInt32 UInt64 UIntPtr UnauthorizedAccessException
    UnhandledExceptionEventArgs UnhandledExceptionEventHandler Uri UriBuilder UriComponents UriCreationOptions UriFormat UriFormatException
    UriHostNameType UriKind UriParser UriPartial UriTypeConverter ValueTuple ValueType Version Void WeakReference
  `],
  ['System.Collections.Generic', `
    CollectionExtensions Comparer Dictionary EqualityComparer HashSet IAlternateEqualityComparer IAsyncEnumerable IAsyncEnumerator
    ICollection IComparer IDictionary IEnumerable IEnumerator IEqualityComparer IList IReadOnlyCollection IReadOnlyDictionary IReadOnlyList
    IReadOnlySet ISet KeyNotFoundException KeyValuePair LinkedList LinkedListNode List OrderedDictionary PriorityQueue Queue
    ReferenceEqualityComparer SortedDictionary SortedList SortedSet Stack
  `],
  ['System.IO', `
    BinaryReader BinaryWriter BufferedStream Directory DirectoryInfo DirectoryNotFoundException DriveInfo DriveNotFoundException DriveType
    EndOfStreamException EnumerationOptions ErrorEventArgs ErrorEventHandler File FileAccess FileAttributes FileInfo FileLoadException
    FileMode FileNotFoundException FileOptions FileShare FileStream FileStreamOptions FileSystemAclExtensions FileSystemEventArgs
    FileSystemEventHandler FileSystemInfo FileSystemWatcher HandleInheritability InternalBufferOverflowException InvalidDataException
    IOException MatchCasing MatchType MemoryStream NotifyFilters Path PathTooLongException RandomAccess RenamedEventArgs RenamedEventHandler
    SearchOption SeekOrigin Stream StreamReader StreamWriter StringReader StringWriter TextReader TextWriter UnixFileMode
    UnmanagedMemoryAccessor UnmanagedMemoryStream WaitForChangedResult WatcherChangeTypes
  `],
  ['System.Linq', `
    AsyncEnumerable Enumerable EnumerableExecutor EnumerableQuery IGrouping ILookup ImmutableArrayExtensions IOrderedEnumerable
    IOrderedQueryable IQueryable IQueryProvider Lookup OrderedParallelQuery ParallelEnumerable ParallelExecutionMode ParallelMergeOptions
    ParallelQuery Queryable
  `],
  ['System.Net.Http', `
    ByteArrayContent ClientCertificateOption DelegatingHandler FormUrlEncodedContent HeaderEncodingSelector HttpClient HttpClientHandler
    HttpCompletionOption HttpContent HttpIOException HttpKeepAlivePingPolicy HttpMessageHandler HttpMessageInvoker HttpMethod
    HttpProtocolException HttpRequestError HttpRequestException HttpRequestMessage HttpRequestOptions HttpRequestOptionsKey
    HttpResponseMessage HttpVersionPolicy MessageProcessingHandler MultipartContent MultipartFormDataContent ReadOnlyMemoryContent
    SocketsHttpConnectionContext SocketsHttpHandler SocketsHttpPlaintextStreamFilterContext StreamContent StringContent
  `],
  ['System.Threading', `
    AbandonedMutexException ApartmentState AsyncFlowControl AsyncLocal AsyncLocalValueChangedArgs AutoResetEvent Barrier
    BarrierPostPhaseException CancellationToken CancellationTokenRegistration CancellationTokenSource CompressedStack ContextCallback
    CountdownEvent EventResetMode EventWaitHandle EventWaitHandleAcl ExecutionContext HostExecutionContext HostExecutionContextManager
    Interlocked IOCompletionCallback IThreadPoolWorkItem ITimer LazyInitializer LazyThreadSafetyMode Lock LockCookie LockRecursionException
    LockRecursionPolicy ManualResetEvent ManualResetEventSlim Monitor Mutex MutexAcl NamedWaitHandleOptions NativeOverlapped Overlapped
    ParameterizedThreadStart PeriodicTimer PreAllocatedOverlapped ReaderWriterLock ReaderWriterLockSlim RegisteredWaitHandle Semaphore
    SemaphoreAcl SemaphoreFullException SemaphoreSlim SendOrPostCallback SpinLock SpinWait SynchronizationContext
    SynchronizationLockException Thread ThreadAbortException ThreadExceptionEventArgs ThreadExceptionEventHandler ThreadingAclExtensions
    ThreadInterruptedException ThreadLocal ThreadPool ThreadPoolBoundHandle ThreadPriority ThreadStart ThreadStartException ThreadState
    ThreadStateException Timeout Timer TimerCallback Volatile WaitCallback WaitHandle WaitHandleCannotBeOpenedException WaitHandleExtensions
    WaitOrTimerCallback
  `],
  ['System.Threading.Tasks', `
    ConcurrentExclusiveSchedulerPair ConfigureAwaitOptions Parallel ParallelLoopResult ParallelLoopState ParallelOptions Task
    TaskAsyncEnumerableExtensions TaskCanceledException TaskCompletionSource TaskContinuationOptions TaskCreationOptions TaskExtensions
    TaskFactory TaskScheduler TaskSchedulerException TaskStatus TaskToAsyncResult UnobservedTaskExceptionEventArgs ValueTask
  `],
];

/** What programs have of other namespaces: those of the runtime of jsii. */
const OTHERS: readonly (readonly [namespace: string, names: string])[] = [
  ['Amazon.JSII.Runtime.Deputy', 'DeputyBase DeputyProps'],
];

/** The namespaces that C# imports by itself where a project says `ImplicitUsings`. */
export const IMPLICIT_NAMESPACES: readonly string[] = IMPLICIT.map(([namespace]) => namespace);

/** Names of types by namespace. */
export const DOTNET_TYPES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [...IMPLICIT, ...OTHERS].map(([namespace, names]) => [namespace, new Set(names.trim().split(/\s+/))]),
);
