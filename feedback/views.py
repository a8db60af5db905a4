from django.shortcuts import render


def comments(request):
    return render(request, "base.html")
