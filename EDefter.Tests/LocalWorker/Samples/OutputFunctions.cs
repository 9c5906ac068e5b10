using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Tests.LocalWorker.Samples;

public sealed class OutputFunctions
{
    [Function("several")]
    public static SeveralOutputs Several([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "several/{id}")] HttpRequest request, string id) => new()
    {
        Answer = new AcceptedResult(),
        Order = new Order { Id = id, Lines = request.Query.Count },
        Words = ["çift", "İki"],
        Bytes = [0, 1, 255],
    };

    [Function("move")]
    [BlobOutput("%Name%-blobs/orders/{Id}/{DateTime:yyyy}.json")]
    public static string Move([QueueTrigger("%Name%-orders")] Order order) => $"{order.Id}:{order.Lines}";
}
